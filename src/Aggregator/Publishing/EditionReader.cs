using Aggregator.Curation;
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
        var cited = await CitedAsync(db, issue, stop);
        var corrections = await db.Revisions.AsNoTracking().Where(revision => revision.IssueId == issue.Id && revision.Cause >= RevisionCause.TypoFix && revision.Note != null)
            .OrderBy(revision => revision.Id).Select(revision => new EditionCorrection(revision.Cause, revision.At, revision.Note!)).ToListAsync(stop);
        return new(
            issue.Publication.Title, issue.Publication.Language, issue.Number, issue.Title, Local(issue, issue.DatedAt), Paragraphs(issue.Intro), issue.Bylines,
            [.. issue.Sections.OrderBy(section => section.Position).Select(section => Section(section, cited, publicUrl))], AddressOf(publicUrl, issue.PublicId), issue.Publication.SenderName)
        {
            Closing = Paragraphs(issue.Closing),
            // A mended misprint is nobody's news: it stands in the history alone.
            Corrections = [.. corrections.Where(correction => correction.Cause != RevisionCause.TypoFix).DistinctBy(correction => (correction.At, correction.Note)).Select(correction => correction with { At = Local(issue, correction.At) })],
        };
    }

    /// <summary>The address of an issue's page.</summary>
    public static string AddressOf(string publicUrl, Guid issue) => $"{publicUrl}/issues/{issue}";

    private static EditionSection Section(Section section, IReadOnlyDictionary<int, CitedArticle> cited, string publicUrl) => new(
        section.Title, [.. section.Blocks.Select(block => Block(block, cited, publicUrl))], [.. section.Articles.Where(cited.ContainsKey).Select(id => cited[id])])
    {
        SignOff = Line(section.SignOff, cited, publicUrl),
    };

    private static EditionBlock Block(Block block, IReadOnlyDictionary<int, CitedArticle> cited, string publicUrl) => new(block.Kind == BlockKind.Quote, Line(block.Spans, cited, publicUrl))
    {
        Items = block.Items is null ? null : [.. block.Items.Select(item => Line(item, cited, publicUrl))], IsNumbered = block.IsNumbered, Image = block.Image,
    };

    private static IReadOnlyList<EditionSpan> Line(IReadOnlyList<Span> spans, IReadOnlyDictionary<int, CitedArticle> cited, string publicUrl) =>
        [.. spans.Select(span => new EditionSpan(span.Text, span.Marks.Select(mark => Address(mark, cited, publicUrl)).FirstOrDefault(address => address is not null), span.Of(MarkKind.Credit) is not null)
        {
            IsStrong = span.Of(MarkKind.Strong) is not null, IsEmphasis = span.Of(MarkKind.Emphasis) is not null,
        })];

    private static string? Address(Mark mark, IReadOnlyDictionary<int, CitedArticle> cited, string publicUrl) => mark switch
    {
        { Kind: MarkKind.Credit, ArticleId: { } id } => cited.GetValueOrDefault(id)?.Url,
        { Kind: MarkKind.CrossReference, IssueId: { } issue } => AddressOf(publicUrl, issue),
        { Kind: MarkKind.Link } => mark.Href,
        _ => null,
    };

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
