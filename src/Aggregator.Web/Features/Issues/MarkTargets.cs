using System.Globalization;
using Aggregator.Curation;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Issues;

/// <summary>What the marks of a text written by hand are bound to.</summary>
internal static class MarkTargets
{
    /// <summary>What the marks are bound to must be there.</summary>
    public static async Task<IReadOnlyList<SectionTextFault>> UnknownAsync(AggregatorDb db, SectionReading reading, CancellationToken stop)
    {
        var articles = reading.Marks.Select(placed => placed.Mark.ArticleId).OfType<int>().Distinct().ToList();
        var issues = reading.Marks.Select(placed => placed.Mark.IssueId).OfType<Guid>().Distinct().ToList();
        var known = await db.Articles.Where(article => articles.Contains(article.Id)).Select(article => article.Id).ToListAsync(stop);
        var told = await db.Issues.Where(issue => issues.Contains(issue.PublicId)).Select(issue => issue.PublicId).ToListAsync(stop);
        told.AddRange(await db.EarlierIssues.Where(issue => issues.Contains(issue.PublicId)).Select(issue => issue.PublicId).ToListAsync(stop));
        return
        [
            .. reading.Marks.Where(placed => placed.Mark.ArticleId is { } id && !known.Contains(id))
                .Select(placed => new SectionTextFault(placed.Line, SectionTextFaultKind.NoSuchArticle, placed.Mark.ArticleId!.Value.ToString(CultureInfo.InvariantCulture))),
            .. reading.Marks.Where(placed => placed.Mark.IssueId is { } id && !told.Contains(id))
                .Select(placed => new SectionTextFault(placed.Line, SectionTextFaultKind.NoSuchIssue, placed.Mark.IssueId!.Value.ToString())),
        ];
    }
}
