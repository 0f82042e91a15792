using Aggregator.Archive;
using Aggregator.Sources;
using Aggregator.Stories;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>What an excerpt waits for, and until when, in words.</summary>
internal static class PageWaitWords
{
    /// <summary>On the article's own page.</summary>
    public static string Long(PageWait wait, Visit visit)
    {
        var fault = wait.Attempts == 0 ? "" : PollErrorWords.Say(wait.Error, wait.ErrorDetail, visit.Language) + " ";
        var next = wait.Attempts == 0
            ? visit.Say("Lecture de la page : ", "Page to be read: ")
            : visit.Say("Prochain essai : ", "Next attempt: ");
        var story = wait.HasStory
            ? visit.Say(". D’ici là, l’extrait décide de son histoire.", ". Until then the excerpt decides its story.")
            : visit.Say(". D’ici là, l’article n’est dans aucune histoire.", ". Until then the article is in no story.");
        return visit.Say("Extrait pour l’instant. ", "Excerpt for now. ") + fault + next + visit.Ahead(wait.Until) + story;
    }

    /// <summary>In a list.</summary>
    public static string Short(PageWait wait, Visit visit) =>
        visit.Say($"extrait, page {visit.Ahead(wait.Until)}", $"excerpt, page {visit.Ahead(wait.Until)}");

    /// <summary>Of those that are in no story yet.</summary>
    /// <param name="waiting">How many; more than 0.</param>
    /// <param name="until">When the last of them is due.</param>
    public static string Waiting(int waiting, DateTimeOffset until, Visit visit) =>
        visit.Count(
            waiting,
            ("article attend sa page pour rejoindre une histoire", "articles attendent leur page pour rejoindre une histoire"),
            ("article waits for its page to join a story", "articles wait for their pages to join stories"))
        + visit.Say(" ; le dernier : ", "; the last: ") + visit.Ahead(until) + ".";
}
