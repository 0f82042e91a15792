using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Checks;

/// <summary>All that the checks look at, read beforehand: the checks themselves are pure.</summary>
/// <param name="Issue">With its publication and sections.</param>
/// <param name="Articles">Articles that are cited or on a pad.</param>
/// <param name="Pads">Of each section, the articles it is written from: pad, stories of the pad, and what it cites.</param>
/// <param name="Told">What earlier issues have told.</param>
/// <param name="Links">What addresses answered, by address.</param>
/// <param name="MailBytes">Size of the mail's html part.</param>
/// <param name="AppearsAt">When readers get it: its slot, or now.</param>
/// <param name="Waivers">Why findings are let pass, by their key.</param>
public sealed record ReviewMaterial(
    Issue Issue, IReadOnlyDictionary<int, ReviewArticle> Articles, IReadOnlyDictionary<Guid, IReadOnlyList<int>> Pads, IReadOnlyList<ToldBefore> Told,
    IReadOnlyDictionary<string, LinkVisit> Links, int MailBytes, DateTimeOffset AppearsAt, IReadOnlyDictionary<string, string> Waivers)
{
    /// <summary>Days that earlier issues bear: a text may name them.</summary>
    public IReadOnlyList<DateOnly> EarlierDates { get; init; } = [];

    public string Language => Issue.Publication.Language;

    public bool IsFrench => Language == "fr";

    public IEnumerable<Section> Sections => Issue.Sections.OrderBy(section => section.Position);

    /// <summary>The articles a section is written from.</summary>
    public IEnumerable<ReviewArticle> PadOf(Section section) => Pads.GetValueOrDefault(section.PublicId, []).Where(Articles.ContainsKey).Select(id => Articles[id]);
}

/// <summary>An article as the checks see it.</summary>
/// <param name="VoiceId">The outlet whose words it is: of a copy, that of its original.</param>
/// <param name="Hash">Of its text now.</param>
public sealed record ReviewArticle(
    int Id, string Title, string Text, string Outlet, string? Language, string Url, DateTimeOffset? PublishedAt, IReadOnlyList<string> Authors, int VoiceId, string Hash)
{
    public int? StoryId { get; init; }

    public DateTimeOffset? EmbargoUntil { get; init; }

    public int? LongestQuote { get; init; }

    public double? LargestShare { get; init; }

    public int Words => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}

/// <summary>Something an earlier issue has told.</summary>
/// <param name="StoryId">The story; 0 when it is the article alone.</param>
/// <param name="ArticleId">An article it cited.</param>
/// <param name="Issue">The issue and its section.</param>
public sealed record ToldBefore(int StoryId, int ArticleId, Guid Issue, Guid Section, int Number, DateTimeOffset Date, string Heading);
