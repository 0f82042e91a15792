using System.Globalization;
using Aggregator.Reading.Feeds.Wire;
using Aggregator.Reading.Html;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds;

/// <summary>Decides what a node of the document means: the part that feeds, items and sources have in common.</summary>
internal sealed class DetailsAdapter(DiagnosticList diagnostics)
{
    public FeedDetails Adapt(WireNode node) => new()
    {
        Id = Text(node.Id) ?? Text(node.About),
        Title = Text(node.Title) ?? Text(node.OtherTitle),
        Description = Text(node.Description) ?? Text(node.OtherDescription),
        Rights = Text(node.Rights) ?? Text(node.OtherRights),
        About = Shown(Text(node.About03)),
        Place = PlaceReader.Of(node),
        Link = Link(node),
        Links = node.Links ?? (IReadOnlyList<FeedLink>)[],
        Authors = node.Authors is { Count: > 0 } authors ? authors : node.OtherAuthors ?? (IReadOnlyList<FeedPerson>)[],
        Contributors = node.Contributors ?? (IReadOnlyList<FeedPerson>)[],
        Publisher = node.Publisher ?? node.OtherPublisher,
        Categories = node.Categories ?? (IReadOnlyList<FeedCategory>)[],
        Published = Date(node.Published ?? node.Issued),
        Updated = Date(node.Updated ?? node.Date),
        Created = Date(node.Created),
        Expired = Date(node.Expired),
        ValidFrom = Date(ValidityPart(node.Valid, "start")),
        ValidUntil = Date(ValidityPart(node.Valid, "end")),
        Language = LanguageTag.Of(node.Language) ?? node.InheritedLanguage,
        Image = Image(node),
        Generator = node.Generator,
        Icon = node.Icon,
        Logo = node.Logo,
        License = node.License ?? node.Links?.Find(l => l.Rel == "license")?.Href,
        Podcast = Podcast(node),
        Thumbnails = node.Thumbnails ?? (IReadOnlyList<FeedMedia>)[],
        Media = node.Media ?? (IReadOnlyList<FeedMedia>)[],
    };

    /// <summary>A date, or null when nothing is there. Text that is no date of an article is kept as such, with a diagnostic.</summary>
    public FeedDate? Date(string? raw)
    {
        if (Text(raw) is not { } text) return null;
        var instant = FeedDates.OfArticle(text);
        if (instant is null) diagnostics.Note("date-unreadable", $"\"{(text.Length > 60 ? $"{text[..60]}…" : text)}\" is no date.");
        return new FeedDate(instant, text);
    }

    /// <summary>RSS's own link, else the alternate that is a page, else an id that is the address.</summary>
    public static string? Link(WireNode node)
    {
        if (node.RssLink is not null) return node.RssLink;
        var alternates = node.Links?.FindAll(l => l.Rel == "alternate" && l.Href is not null) ?? [];
        var page = alternates.Find(l => l.Type is null or MediaTypes.Html or MediaTypes.Xhtml) ?? alternates.FirstOrDefault();
        return page?.Href ?? IdLink(node);
    }

    /// <summary>
    /// A guid that says it is the address (RSS); the id of an entry or rdf:about, where it is one: it is the page's more often than not.
    /// </summary>
    private static string? IdLink(WireNode node)
    {
        var isAddress = node.IsPermaLink ?? node.IsItem;
        return isAddress ? Addresses.Page(node.Id) ?? Addresses.Page(node.About) : null;
    }

    private static FeedImage? Image(WireNode node) =>
        node.Image is { Url: not null } || node.PodcastImage is null ? node.Image
        : (node.Image ?? new FeedImage(null)) with { Url = node.PodcastImage };

    private static FeedPodcast? Podcast(WireNode node)
    {
        if ((node.Block ?? node.Explicit ?? node.Duration ?? node.Subtitle ?? node.Season ?? node.Episode ?? node.ChaptersUrl) is null
            && node.Chapters is null && node.Transcripts is null) return null;
        return new FeedPodcast(Flag(node.Block, orElse: false), Flag(node.Explicit, orElse: null), Text(node.Duration), Text(node.Subtitle))
        {
            Season = Number(node.Season),
            Episode = Number(node.Episode),
            Chapters = node.Chapters ?? (IReadOnlyList<FeedChapter>)[],
            ChaptersUrl = node.ChaptersUrl,
            Transcripts = node.Transcripts ?? (IReadOnlyList<FeedEnclosure>)[],
        };
    }

    private static int? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? (int)number : null;

    private static FeedText? Shown(FeedText? text) => text is null || !text.IsHtml ? text
        : text with { Value = HtmlSanitizer.Content(text.Value, text.Base is not null && Uri.TryCreate(text.Base, UriKind.Absolute, out var address) ? address : null) };

    /// <summary>Apple: "Yes" blocks and any other value has no effect; explicit is true or false, formerly yes, no or clean. Exactly so.</summary>
    private static bool? Flag(string? value, bool? orElse) => value switch
    {
        null => null,
        "yes" or "Yes" => true,
        "true" or "True" when orElse is null => true,
        "no" or "false" or "False" or "clean" when orElse is null => false,
        _ => orElse,
    };

    /// <summary>A part of a DCMI period ("start=…; end=…").</summary>
    private static string? ValidityPart(string? period, string name)
    {
        foreach (var part in period?.Split(';', StringSplitOptions.TrimEntries) ?? [])
        {
            if (part.StartsWith(name, StringComparison.OrdinalIgnoreCase) && part.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
                return part[(at + 1)..];
        }

        return null;
    }

    private static FeedText? Text(FeedText? text) => text is null or { Value.Length: 0, Source: null } ? null : text;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
