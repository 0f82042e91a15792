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
        return new(
            issue.Publication.Title, issue.Publication.Language, issue.Number, issue.Title, Local(issue), Paragraphs(issue.Intro), issue.Bylines,
            [.. issue.Sections.OrderBy(section => section.Position).Select(section => Section(section, cited, publicUrl))], AddressOf(publicUrl, issue.PublicId), issue.Publication.SenderName);
    }

    /// <summary>The address of an issue's page.</summary>
    public static string AddressOf(string publicUrl, Guid issue) => $"{publicUrl}/issues/{issue}";

    private static EditionSection Section(Section section, IReadOnlyDictionary<int, CitedArticle> cited, string publicUrl) => new(
        section.Title,
        [.. section.Blocks.Select(block => new EditionBlock(block.Kind == BlockKind.Quote, [.. block.Spans.Select(span => Span(span, cited, publicUrl))]))],
        [.. section.Blocks.SelectMany(block => block.Articles).Distinct().Where(cited.ContainsKey).Select(id => cited[id])]);

    private static EditionSpan Span(Span span, IReadOnlyDictionary<int, CitedArticle> cited, string publicUrl) => span.Mark switch
    {
        { Kind: MarkKind.Credit, ArticleId: { } id } when cited.TryGetValue(id, out var article) => new(span.Text, article.Url, IsCredit: true),
        { Kind: MarkKind.Issue, IssueId: { } issue } => new(span.Text, AddressOf(publicUrl, issue)),
        _ => new(span.Text),
    };

    private static async Task<IReadOnlyDictionary<int, CitedArticle>> CitedAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var ids = issue.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Articles).Distinct().ToList();
        return await (from article in db.Articles
                      join source in db.Sources on article.SourceId equals source.Id
                      where ids.Contains(article.Id)
                      select new { article.Id, article.Title, article.Url, article.Language, source.Name })
            .ToDictionaryAsync(row => row.Id, row => new CitedArticle(row.Title, row.Name, row.Url, row.Language), stop);
    }

    private static IReadOnlyList<string> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset Local(Issue issue) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(issue.Publication.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(issue.DatedAt, zone) : issue.DatedAt;
}
