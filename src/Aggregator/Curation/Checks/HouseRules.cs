using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Checks;

/// <summary>What a house style must have to be stored. Pure.</summary>
public static class HouseRules
{
    private const int MostSections = 30, MostTerms = 500, MostWordings = 50, LongestTerm = 200, MostTopics = 50, LongestTopic = 100;

    private static readonly Dictionary<string, CheckEffect> Nothing = [];

    /// <returns>The path of the field and what to write instead, in French and in English; null when it can be stored.</returns>
    public static (string Field, string French, string English)? Problem(HouseStyle house) =>
        house.Template is null || house.Template.Count > MostSections || house.Template.Any(part => part is null || string.IsNullOrWhiteSpace(part.Kind) || part.Kind.Length > 50 || part.Title is null or { Length: > 300 })
            ? ("house.template", $"Donnez au plus {MostSections} sections, chacune avec une rubrique de 1 à 50 caractères et un titre.", $"Give at most {MostSections} sections, each with a kind of 1 to 50 characters and a title.")
        : house.Template.Select(part => part.Kind).Distinct(StringComparer.Ordinal).Count() < house.Template.Count ? ("house.template", "Chaque rubrique figure une fois.", "Each kind stands once.")
        : house.Glossary is null || house.Glossary.Count > MostTerms || house.Glossary.Any(entry => entry is null || !IsTerm(entry.Write) || entry.Not is null || entry.Not.Count is 0 or > 20 || !entry.Not.All(IsTerm))
            ? ("house.glossary", $"Donnez au plus {MostTerms} entrées : ce qu’on écrit, et 1 à 20 mots qu’on n’écrit pas.", $"Give at most {MostTerms} entries: what to write, and 1 to 20 words that are not written.")
        : house.CreditWordings is null || house.CreditWordings.Count > MostWordings || house.CreditWordings.Any(wording => !IsTerm(wording) || !wording.Contains("{source}", StringComparison.Ordinal))
            ? ("house.creditWordings", $"Donnez au plus {MostWordings} formules, chacune avec {{source}} à la place du nom.", $"Give at most {MostWordings} wordings, each with {{source}} where the name goes.")
        : (house.Checks ?? Nothing).FirstOrDefault(check => AllChecks.Find(check.Key) is null || !Enum.IsDefined(check.Value)) is { Key: { } unknown }
            ? ($"house.checks.{unknown}", $"Nommez une vérification ({CheckNames}) et dites warn, block ou off.", $"Name a check ({CheckNames}) and say warn, block or off.")
        : house.Topics is null || house.Topics.Count > MostTopics || house.Topics.Any(topic => string.IsNullOrWhiteSpace(topic) || topic.Length > LongestTopic)
            ? ("house.topics", $"Donnez au plus {MostTopics} thèmes de 1 à {LongestTopic} caractères.", $"Give at most {MostTopics} topics of 1 to {LongestTopic} characters.")
        : house.Rhythm is null || !Enum.IsDefined(house.Rhythm.OpensOn) || !Enum.IsDefined(house.Rhythm.DueOn)
            ? ("house.rhythm", "Donnez l’ouverture et l’échéance : un jour et une heure comme 09:00.", "Give opensOn, opensAt, dueOn and dueAt: a day and a time such as 09:00.")
        : null;

    private static string CheckNames => string.Join(", ", AllChecks.Weighed.Select(rule => Finding.NameOf(rule.Kind.ToString())));

    private static bool IsTerm(string? words) => !string.IsNullOrWhiteSpace(words) && words.Length <= LongestTerm;
}
