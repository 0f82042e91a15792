using Aggregator.Curation.History;
using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Editing;

/// <summary>What an issue's own fields must have to be stored. Pure.</summary>
public static class IssueRules
{
    private const int LongestTitle = 300, LongestIntro = 5000, LongestClosing = 1000, MostBylines = 50, LongestName = 200;

    /// <returns>The first thing that is wrong; null when they can be stored.</returns>
    public static EditFault? Problem(IssueSnapshot fields) =>
        string.IsNullOrWhiteSpace(fields.Title) || fields.Title.Length > LongestTitle ? new("title", "Donnez un titre de 1 à 300 caractères.", "Give a title of 1 to 300 characters.")
        : fields.Intro.Length > LongestIntro ? new("intro", "L’introduction compte 5 000 caractères au plus.", "An introduction has 5,000 characters at the most.")
        : fields.Closing.Length > LongestClosing ? new("closing", "La formule de fin compte 1 000 caractères au plus.", "A closing line has 1,000 characters at the most.")
        : fields.Bylines.Count > MostBylines || fields.Bylines.Any(IsUnusable)
            ? new("bylines", "Donnez 50 noms au plus, de 1 à 200 caractères ; fonction et service en comptent 200 au plus.", "Give at most 50 names of 1 to 200 characters; role and division have 200 at the most.")
        : fields.Date is { Year: < 1900 or > 9998 } ? new("date", "Donnez une date à partir de 1900.", "Give a date from 1900 on.")
        : null;

    private static bool IsUnusable(Byline byline) =>
        string.IsNullOrWhiteSpace(byline?.Name) || byline.Name.Length > LongestName || byline.Role?.Length > LongestName || byline.Division?.Length > LongestName;
}
