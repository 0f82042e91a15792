using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Issues;

/// <summary>The newest draft, as the pages beside it show it.</summary>
public sealed record IssueInProgress(Issue Issue, IReadOnlyList<SectionInProgress> Sections)
{
    /// <returns>The newest draft, or null when nothing is being written.</returns>
    public static async Task<IssueInProgress?> FindAsync(AggregatorDb db, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Publication).Include(i => i.Sections).ThenInclude(section => section.Pad)
            .Include(i => i.Sections).ThenInclude(section => section.PadStories).AsSplitQuery()
            .Where(i => IssueStates.Open.Contains(i.State)).OrderByDescending(i => i.Id).FirstOrDefaultAsync(stop);
        return issue is null ? null : new(issue, [.. issue.Sections.OrderBy(section => section.Position).Select(SectionInProgress.Of)]);
    }

    /// <summary>The section that gets what is added: the one asked for, else the first.</summary>
    public SectionInProgress? Target(Guid? asked) => Sections.FirstOrDefault(section => section.Section.PublicId == asked) ?? Sections.FirstOrDefault();

    /// <summary>Number of the first section whose pad or text holds one of these articles; null when none does.</summary>
    public int? Place(IReadOnlySet<int> articles) => Sections.FirstOrDefault(section => section.Articles.Overlaps(articles))?.Number;
}

/// <summary>A section with its figures.</summary>
/// <param name="Section">The section.</param>
/// <param name="Words">Words of its text.</param>
/// <param name="Sources">Articles it credits or quotes.</param>
/// <param name="Quotes">Quotes in it.</param>
public sealed record SectionInProgress(Section Section, int Words, int Sources, int Quotes)
{
    /// <summary>From 1.</summary>
    public int Number => Section.Position + 1;

    /// <summary>Articles on its pad or in its text.</summary>
    public IReadOnlySet<int> Articles { get; } = Section.Pad.Select(item => item.ArticleId).Concat(Section.Articles).ToHashSet();

    public static SectionInProgress Of(Section section) => new(
        section,
        section.Body.Sum(block => block.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length),
        section.Articles.Count(),
        section.Body.SelectMany(block => block.AllSpans).Count(span => span.Of(MarkKind.Quote) is not null));

    /// <summary>"412 words, 4 sources, 1 quote", or "empty, 3 articles put aside".</summary>
    public string Say(Visit visit)
    {
        var aside = visit.Count(Section.Pad.Count, ("article au carnet", "articles au carnet"), ("article put aside", "articles put aside"));
        return Words == 0 ? $"{visit.Say("vide", "empty")}, {aside}"
            : $"{visit.Count(Words, ("mot", "mots"), ("word", "words"))}, {visit.Count(Sources, ("source", "sources"), ("source", "sources"))}, {aside}";
    }
}
