using System.Net;
using Aggregator.Archive;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using Aggregator.Reading.Urls;

namespace Aggregator.Intake.Clips;

/// <summary>What an editor brings in.</summary>
/// <param name="Way">How.</param>
/// <param name="Url">Address of the page; of print and broadcast none.</param>
/// <param name="Title">Null takes the page's own.</param>
/// <param name="Outlet">Who published it; null takes the page's own, or the host.</param>
/// <param name="Text">Pasted words, paragraphs parted by a blank line.</param>
/// <param name="Html">A page as a browser shows it.</param>
/// <param name="Place">Page of a paper, time of a broadcast.</param>
public sealed record ClipDraft(
    ClipWay Way, string? Url, string? Title, string? Outlet, string? Text, string? Html, string? Place, DateTimeOffset? Published, IReadOnlyList<string> Authors, string? FileName = null, ReadOnlyMemory<byte> File = default);

/// <summary>A clip read: an article ready to be stored.</summary>
/// <param name="Url">Its address, or null.</param>
public sealed record ClipReading(string? Url, string Title, string Outlet, ArticleReading Article, string? Place, DateTimeOffset? Published, IReadOnlyList<string> Authors);

/// <summary>Why a clip cannot be taken.</summary>
/// <param name="Field">The field in question.</param>
public sealed record ClipFault(string Field, string French, string English);

/// <summary>Makes an article of what an editor brings in. Pure: what is to be fetched was fetched before.</summary>
public static class ClipReader
{
    /// <summary>Bytes of a file or a page.</summary>
    public const int MostBytes = 4_000_000;

    /// <summary>Characters of pasted words.</summary>
    public const int MostText = 400_000;

    private const int LongestTitle = 300, LongestOutlet = 200, LongestPlace = 200;

    public static (ClipReading? Reading, ClipFault? Fault) Read(ClipDraft draft)
    {
        if (Wrong(draft) is { } wrong) return (null, wrong);
        var address = draft.Url is null ? null : CanonicalUrl.TryParse(draft.Url, out var canonical) ? canonical : null;
        if (draft.Url is not null && address is null) return (null, new("url", "Donnez une adresse http ou https.", "Give an http or https address."));
        return draft.Way switch
        {
            ClipWay.File => OfFile(draft, address),
            ClipWay.Address or ClipWay.Browser => OfPage(draft, address!, draft.Html!),
            _ => OfWords(draft, address, draft.Text!),
        };
    }

    private static ClipFault? Wrong(ClipDraft draft) => draft.Way switch
    {
        _ when draft.Title?.Length > LongestTitle => new("title", $"Un titre compte {LongestTitle} caractères au plus.", $"A title has {LongestTitle} characters at the most."),
        _ when draft.Outlet?.Length > LongestOutlet => new("outlet", $"Un nom de média compte {LongestOutlet} caractères au plus.", $"An outlet's name has {LongestOutlet} characters at the most."),
        _ when draft.Place?.Length > LongestPlace => new("place", $"La page ou l’heure compte {LongestPlace} caractères au plus.", $"A page or time has {LongestPlace} characters at the most."),
        _ when draft.Authors.Count > 30 || draft.Authors.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > 200) => new("authors", "Donnez 30 noms au plus, de 1 à 200 caractères.", "Give at most 30 names of 1 to 200 characters."),
        _ when draft.Text?.Length > MostText => new("text", $"Un texte compte {MostText / 1000} 000 caractères au plus.", $"A text has {MostText:N0} characters at the most."),
        _ when draft.Html?.Length > MostBytes || draft.File.Length > MostBytes => new(draft.Html is null ? "file" : "html", $"C’est plus lourd que {MostBytes / 1_000_000} Mo : gardez-en le texte.", $"This is over {MostBytes / 1_000_000} MB: keep its text."),
        ClipWay.File => draft.File.Length == 0 ? new("file", "Le fichier est vide.", "The file is empty.") : ForbiddenFiles.Fault(draft.FileName, draft.File.Span),
        ClipWay.Address or ClipWay.Browser when string.IsNullOrWhiteSpace(draft.Url) => new("url", "Donnez l’adresse de la page.", "Give the page's address."),
        ClipWay.Address or ClipWay.Browser => string.IsNullOrWhiteSpace(draft.Html) ? new("html", "La page est vide.", "The page is empty.") : null,
        _ when string.IsNullOrWhiteSpace(draft.Text) => new("text", "Donnez le texte.", "Give the text."),
        _ when string.IsNullOrWhiteSpace(draft.Title) => new("title", "Donnez un titre.", "Give a title."),
        _ when string.IsNullOrWhiteSpace(draft.Outlet) => new("outlet", "Dites quel média l’a publié.", "Say which outlet published it."),
        _ => null,
    };

    private static (ClipReading?, ClipFault?) OfFile(ClipDraft draft, string? address)
    {
        var isMail = draft.FileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true;
        if (!isMail) return OfPage(draft, address, SafeHtml.Decode(draft.File.Span, "text/html"));
        if (MailReader.Read(draft.File.Span) is not { } mail) return (null, new("file", "Ce fichier n’est pas un courriel, ou il ne contient pas de texte.", "This file is no mail, or holds no text."));
        var named = draft with { Title = draft.Title ?? mail.Subject, Outlet = draft.Outlet ?? mail.From, Published = draft.Published ?? mail.Date };
        return mail.IsHtml ? OfPage(named, address, mail.Body) : OfWords(named with { Title = named.Title ?? "" }, address, mail.Body);
    }

    private static (ClipReading?, ClipFault?) OfPage(ClipDraft draft, string? address, string html)
    {
        var reading = ArticleExtractor.Read(html, address is null ? new Uri("https://clip.invalid/") : new Uri(address));
        // A mail is no article page: what there is of it is the text.
        if (reading.Text.Length == 0) reading = ArticleExtractor.ReadFragment(html, address is null ? null : new Uri(address));
        if (reading.Text.Length == 0) return (null, new(draft.Way == ClipWay.File ? "file" : "html", "Il n’y a pas de texte à garder dans cette page.", "There is no text to keep in this page."));
        var host = address is null ? null : new Uri(address).Host;
        var title = draft.Title ?? reading.Title ?? Excerpt.Of(reading.Text, 90);
        return (new(address, Cut(title!, LongestTitle), Cut(draft.Outlet ?? reading.SiteName ?? host ?? "Clip", LongestOutlet), reading, draft.Place, draft.Published ?? reading.Published, draft.Authors.Count > 0 ? draft.Authors : reading.Authors), null);
    }

    private static (ClipReading?, ClipFault?) OfWords(ClipDraft draft, string? address, string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var html = string.Concat(paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
        var reading = ArticleExtractor.ReadFragment(html, address is null ? null : new Uri(address));
        if (reading.Text.Length == 0) return (null, new("text", "Donnez le texte.", "Give the text."));
        var title = string.IsNullOrWhiteSpace(draft.Title) ? Excerpt.Of(reading.Text, 90)! : draft.Title;
        return (new(address, Cut(title.Trim(), LongestTitle), Cut(draft.Outlet?.Trim() ?? "Clip", LongestOutlet), reading, draft.Place?.Trim(), draft.Published, draft.Authors), null);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text.Trim() : Excerpt.Of(text, most)!;
}
