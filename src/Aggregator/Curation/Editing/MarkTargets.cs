using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>A mark that leads to nothing.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Kind">What is not there: an article, an issue, or its section.</param>
public sealed record LostMark(Mark Mark, SectionTextFaultKind Kind)
{
    /// <summary>What is not there, as the text writes it.</summary>
    public string Name => Kind switch
    {
        SectionTextFaultKind.NoSuchArticle => Mark.ArticleId!.Value.ToString(CultureInfo.InvariantCulture),
        SectionTextFaultKind.NoSuchIssue => Mark.IssueId!.Value.ToString(),
        _ => Mark.SectionId!.Value.ToString(),
    };

    /// <summary>As the API says it, which knows no lines.</summary>
    public EditFault Fault => Kind switch
    {
        SectionTextFaultKind.NoSuchArticle => new("blocks", $"Il n’y a pas d’article {Mark.ArticleId}.", $"There is no article {Mark.ArticleId}."),
        SectionTextFaultKind.NoSuchIssue => new("blocks", $"Il n’y a pas de numéro publié {Mark.IssueId}.", $"There is no published issue {Mark.IssueId}."),
        _ => new("blocks", $"Le numéro {Mark.IssueId} n’a pas de section {Mark.SectionId}.", $"Issue {Mark.IssueId} has no section {Mark.SectionId}."),
    };
}

/// <summary>What the marks of a text are bound to must be there.</summary>
public static class MarkTargets
{
    /// <returns>The marks that lead to nothing: articles first, then issues, then sections.</returns>
    public static async Task<IReadOnlyList<LostMark>> LostAsync(AggregatorDb db, IEnumerable<Mark> marks, CancellationToken stop)
    {
        var all = marks.ToList();
        var articles = all.Select(mark => mark.ArticleId).OfType<int>().Distinct().ToList();
        var known = articles.Count == 0 ? [] : await db.Articles.Where(article => articles.Contains(article.Id)).Select(article => article.Id).ToListAsync(stop);
        var told = await ReferableIssues.FindAsync(db, [.. all.Select(mark => mark.IssueId).OfType<Guid>().Distinct()], stop);
        return
        [
            .. all.Where(mark => mark.ArticleId is { } id && !known.Contains(id)).Select(mark => new LostMark(mark, SectionTextFaultKind.NoSuchArticle)),
            .. all.Where(mark => mark.IssueId is { } id && !told.ContainsKey(id)).Select(mark => new LostMark(mark, SectionTextFaultKind.NoSuchIssue)),
            .. all.Where(mark => mark is { IssueId: { } issue, SectionId: { } section } && told.TryGetValue(issue, out var sections) && !sections.Contains(section))
                .Select(mark => new LostMark(mark, SectionTextFaultKind.NoSuchSection)),
        ];
    }
}
