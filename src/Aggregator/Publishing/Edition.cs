using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Publishing;

/// <summary>An issue with everything it says resolved: what all forms (page, mail, text, feed) are made from.</summary>
/// <param name="Publication">Title of the series.</param>
/// <param name="Language">Primary language subtag: <c>fr</c>, or English words around the text.</param>
/// <param name="Number">Number of the issue.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">The date it bears, in the publication's time zone.</param>
/// <param name="Intro">Paragraphs.</param>
/// <param name="Bylines">Who wrote it.</param>
/// <param name="Sections">Its parts, in order.</param>
/// <param name="WebUrl">Its page in the archive.</param>
/// <param name="SenderName">Who sends the mail.</param>
public sealed record Edition(
    string Publication, string Language, int Number, string Title, DateTimeOffset Date, IReadOnlyList<string> Intro,
    IReadOnlyList<Byline> Bylines, IReadOnlyList<EditionSection> Sections, string WebUrl, string SenderName)
{
    /// <summary>Paragraphs below the last section.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>What was changed after it was sent, the earliest first.</summary>
    public IReadOnlyList<EditionCorrection> Corrections { get; init; } = [];

    /// <summary>The subject of the mail.</summary>
    public string Subject => $"{Publication} {Words.NumberSign}{Number}{Words.Colon} {Title}";

    /// <summary>The words around the text.</summary>
    [JsonIgnore]
    public EditionWords Words => EditionWords.Of(Language);
}

/// <summary>A part of an edition.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">Its paragraphs, quotes, lists and images.</param>
/// <param name="Reading">The articles it draws on, each once, in the order they are cited.</param>
public sealed record EditionSection(string Title, IReadOnlyList<EditionBlock> Blocks, IReadOnlyList<CitedArticle> Reading)
{
    /// <summary>Words that close it; empty for none.</summary>
    public IReadOnlyList<EditionSpan> SignOff { get; init; } = [];

    /// <summary>Where its words lead, in the order of the text: credits, links and references. Neighbours with one address are one link.</summary>
    [JsonIgnore]
    public IEnumerable<EditionLink> Links => Blocks.SelectMany(block => (block.Items ?? []).Prepend(block.Spans)).Append(SignOff).SelectMany(LinksOf);

    private static IEnumerable<EditionLink> LinksOf(IReadOnlyList<EditionSpan> spans)
    {
        for (var at = 0; at < spans.Count;)
        {
            var (words, start) = (new StringBuilder(), at);
            while (at < spans.Count && spans[at].Href == spans[start].Href) words.Append(spans[at++].Text);
            if (WebLink.Of(spans[start].Href) is { } address && !string.IsNullOrWhiteSpace(words.ToString())) yield return new(words.ToString().Trim(), address);
        }
    }
}

/// <summary>Words that lead somewhere, and where: an http(s) address.</summary>
public sealed record EditionLink(string Words, string Address);

/// <summary>A paragraph, a quote that stands alone, a list or an image.</summary>
public sealed record EditionBlock(bool IsQuote, IReadOnlyList<EditionSpan> Spans)
{
    /// <summary>The items of a list, else null.</summary>
    public IReadOnlyList<IReadOnlyList<EditionSpan>>? Items { get; init; }

    public bool IsNumbered { get; init; }

    public BlockImage? Image { get; init; }

    public string Text => EditionSpan.TextOf(Spans);
}

/// <summary>Words, with where they lead.</summary>
/// <param name="Text">The words.</param>
/// <param name="Href">Address, or null.</param>
/// <param name="IsCredit">They name an outlet.</param>
public sealed record EditionSpan(string Text, string? Href = null, bool IsCredit = false)
{
    public bool IsStrong { get; init; }

    public bool IsEmphasis { get; init; }

    public static string TextOf(IEnumerable<EditionSpan> spans) => string.Concat(spans.Select(span => span.Text));
}

/// <summary>An article that a section draws on.</summary>
public sealed record CitedArticle(string Title, string Outlet, string Url, string? Language);

/// <summary>A change after the issue was sent, as readers are told of it.</summary>
public sealed record EditionCorrection(RevisionCause Cause, DateTimeOffset At, string Note);

/// <summary>The frozen forms of an edition.</summary>
public sealed record FrozenEdition(string Subject, string Html, string Text, string Page)
{
    /// <summary>SHA-256 over all of it, hexadecimal: what was approved is what is sent.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Subject}\0{Html}\0{Text}\0{Page}")));

    public static FrozenEdition Of(Edition edition) =>
        new(edition.Subject, MailForm.Write(edition), TextForm.Write(edition), PageForm.Write(edition));

    /// <summary>The rendition that is stored of it.</summary>
    public Rendition ToRendition(int issueId, DateTimeOffset now) =>
        new() { IssueId = issueId, Subject = Subject, Html = Html, Text = Text, Page = Page, Hash = Hash, MadeAt = now };
}
