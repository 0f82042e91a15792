using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Publishing;

/// <summary>Resolves an issue: its credits to articles and outlets, its references to earlier issues.</summary>
public static class EditionReader
{
    /// <param name="db">The database.</param>
    /// <param name="issueId">The issue.</param>
    /// <param name="publicUrl">What addresses of the archive begin with; no slash at the end.</param>
    /// <returns>The edition, or null when there is no such issue.</returns>
    public static async Task<Edition?> ReadAsync(AggregatorDb db, int issueId, string publicUrl, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Publication).Include(i => i.Sections.OrderBy(section => section.Position))
            .FirstOrDefaultAsync(i => i.Id == issueId, stop);
        return issue is null ? null : await ReadAsync(db, issue, publicUrl, stop);
    }

    /// <summary>Resolves an issue as it stands in memory, saved or not: its publication and sections are there.</summary>
    public static async Task<Edition> ReadAsync(AggregatorDb db, Issue issue, string publicUrl, CancellationToken stop)
    {
        var links = new EditionLinks(await CitedAsync(db, issue, stop), await ReferredAsync(db, issue, publicUrl, stop));
        var corrections = await db.Revisions.AsNoTracking().Where(revision => revision.IssueId == issue.Id && revision.Cause >= RevisionCause.TypoFix && revision.Note != null)
            .OrderBy(revision => revision.Id).Select(revision => new EditionCorrection(revision.Cause, revision.At, revision.Note!)).ToListAsync(stop);
        return new(
            issue.Publication.Title, issue.Publication.Language, issue.Number, issue.Title, Local(issue, issue.DatedAt), Paragraphs(issue.Intro), issue.Bylines,
            [.. issue.Sections.OrderBy(section => section.Position).Select(section => Section(section, links))], AddressOf(publicUrl, issue.PublicId), issue.Publication.SenderName)
        {
            Closing = Paragraphs(issue.Closing),
            // A mended misprint is nobody's news: it stands in the history alone.
            Corrections = [.. corrections.Where(correction => correction.Cause != RevisionCause.TypoFix).DistinctBy(correction => (correction.At, correction.Note)).Select(correction => correction with { At = Local(issue, correction.At) })],
        };
    }

    /// <summary>Where the references of an issue lead: to the pages of issues made here, and to earlier issues where they stand.</summary>
    private static async Task<IReadOnlyDictionary<Guid, string>> ReferredAsync(AggregatorDb db, Issue issue, string publicUrl, CancellationToken stop)
    {
        var referred = issue.Sections.SelectMany(section => section.Blocks.SelectMany(block => block.AllSpans).Concat(section.SignOff))
            .SelectMany(span => span.Marks).Select(mark => mark.IssueId).OfType<Guid>().Distinct().ToList();
        if (referred.Count == 0) return new Dictionary<Guid, string>();
        var earlier = await (from issueRead in db.EarlierIssues
                             join article in db.Articles on issueRead.ArticleId equals article.Id
                             where referred.Contains(issueRead.PublicId)
                             select new { issueRead.PublicId, article.Url }).ToDictionaryAsync(row => row.PublicId, row => row.Url, stop);
        return referred.ToDictionary(id => id, id => earlier.GetValueOrDefault(id) ?? AddressOf(publicUrl, id));
    }

    /// <summary>The address of an issue's page.</summary>
    public static string AddressOf(string publicUrl, Guid issue) => $"{publicUrl}/issues/{issue}";

    private static EditionSection Section(Section section, EditionLinks links) => new(
        section.Title, [.. section.Blocks.Select(block => Block(block, links))], [.. section.Articles.Where(links.Cited.ContainsKey).Select(id => links.Cited[id])])
    {
        SignOff = Line(section.SignOff, links),
    };

    private static EditionBlock Block(Block block, EditionLinks links) => new(block.Kind == BlockKind.Quote, Line(block.Spans, links))
    {
        Items = block.Items is null ? null : [.. block.Items.Select(item => Line(item, links))], IsNumbered = block.IsNumbered, Image = block.Image,
    };

    private static IReadOnlyList<EditionSpan> Line(IReadOnlyList<Span> spans, EditionLinks links) =>
        [.. spans.Select(span => new EditionSpan(span.Text, span.Marks.Select(mark => links.Of(mark)).FirstOrDefault(address => address is not null), span.Of(MarkKind.Credit) is not null)
        {
            IsStrong = span.Of(MarkKind.Strong) is not null, IsEmphasis = span.Of(MarkKind.Emphasis) is not null,
        })];

    private static async Task<IReadOnlyDictionary<int, CitedArticle>> CitedAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var ids = issue.Sections.SelectMany(section => section.Articles).Distinct().ToList();
        return await (from article in db.Articles
                      join source in db.Sources on article.SourceId equals source.Id
                      where ids.Contains(article.Id)
                      select new { article.Id, article.Title, article.Url, article.Language, source.Name })
            .ToDictionaryAsync(row => row.Id, row => new CitedArticle(row.Title, row.Name, row.Url, row.Language), stop);
    }

    private static IReadOnlyList<string> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset Local(Issue issue, DateTimeOffset time) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(issue.Publication.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(time, zone) : time;
}

/// <summary>Where the marks of an issue lead.</summary>
/// <param name="Cited">Articles, by id.</param>
/// <param name="Referred">Addresses of the issues referred to.</param>
internal sealed record EditionLinks(IReadOnlyDictionary<int, CitedArticle> Cited, IReadOnlyDictionary<Guid, string> Referred)
{
    public string? Of(Mark mark) => mark switch
    {
        { Kind: MarkKind.Credit, ArticleId: { } id } => Cited.GetValueOrDefault(id)?.Url,
        { Kind: MarkKind.CrossReference, IssueId: { } issue } => Referred.GetValueOrDefault(issue),
        { Kind: MarkKind.Link } => mark.Href,
        _ => null,
    };
}
