using Aggregator.Curation.Issues;
using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Candidates;

/// <summary>An article as a candidate's ranking sees it.</summary>
internal sealed record CandidateArticle(
    int Id, string Title, string? Excerpt, string Outlet, string Name, DateTimeOffset Time, string? Language, double Weight, bool IsCopy, bool IsWhole, int Words, bool IsSigned, bool IsStarred, IReadOnlyList<string> Topics);

/// <summary>A story with its articles.</summary>
internal sealed record CandidateStory(int Id, string Headline, string? Lead, string? Language, DateTimeOffset LastAt, IReadOnlyList<CandidateArticle> Members);

/// <summary>Reads what may become a candidate, and where it was used.</summary>
internal static class CandidateReading
{
    /// <summary>Articles without company looked at for finds: the longest.</summary>
    private const int Finds = 200;

    public static async Task<IReadOnlyList<CandidateStory>> StoriesAsync(AggregatorDb db, DateTimeOffset since, int most, CancellationToken stop)
    {
        var recent = db.Stories.AsNoTracking().Where(story => story.LastAt >= since);
        var several = await recent.Where(story => story.Articles > 1).OrderByDescending(story => story.Outlets).ThenByDescending(story => story.LastAt).Take(most).ToListAsync(stop);
        var alone = await recent.Where(story => story.Articles == 1 && db.StoryMembers.Any(member => member.StoryId == story.Id && member.Article.IsWhole && member.Article.Words >= CandidateFind.LeastWords))
            .OrderByDescending(story => db.StoryMembers.Where(member => member.StoryId == story.Id).Max(member => member.Article.Words)).Take(Finds).ToListAsync(stop);
        var ids = several.Concat(alone).Select(story => story.Id).ToList();
        var members = (await (from member in db.StoryMembers
                              join source in db.Sources on member.Article.SourceId equals source.Id
                              where ids.Contains(member.StoryId)
                              orderby member.Article.Time
                              select new
                              {
                                  member.StoryId, member.Article.Id, member.Article.Title, member.Article.Text.Excerpt, member.Article.Url,
                                      member.Article.Text.SiteName, SourceUrl = source.Url, source.Name, member.Article.Time,
                                      member.Article.Language, source.Weight,
                                  IsCopy = member.Article.Copy != null, member.Article.IsWhole, member.Article.Words, member.Article.Text.Authors, source.Topics,
                                  IsStarred = db.ArticleDesks.Any(desk => desk.ArticleId == member.ArticleId && desk.IsStarred),
                              }).ToListAsync(stop)).ToLookup(row => row.StoryId);
        return
        [
            .. several.Concat(alone).Select(story => new CandidateStory(story.Id, story.Headline, story.Lead, story.Language, story.LastAt,
                [.. members[story.Id].Select(row => new CandidateArticle(
                    row.Id, row.Title, row.Excerpt, OutletOf(row.Url, row.Name),
                        Outlet.NameOf(row.Url, row.SiteName, row.SourceUrl, row.Name), row.Time, row.Language,
                    row.Weight, row.IsCopy, row.IsWhole, row.Words, row.Authors.Count > 0, row.IsStarred, row.Topics))])),
        ];
    }

    private static string OutletOf(string url, string source) =>
        Outlet.KeyOf(url) ?? (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Authority.Length > 0 ? address.Authority
            : source);

    public static async Task<CandidateUses> UsesAsync(AggregatorDb db, int publicationId, CancellationToken stop)
    {
        var issues = await db.Issues.AsNoTracking().Include(issue => issue.Sections).ThenInclude(section => section.Pad).Include(issue => issue.Sections).ThenInclude(section => section.PadStories).AsSplitQuery()
            .Where(issue => issue.PublicationId == publicationId && issue.State != IssueState.Cancelled).OrderByDescending(issue => issue.Number).Take(60).ToListAsync(stop);
        return new(issues);
    }
}

/// <summary>Where the issues of a publication have used what.</summary>
internal sealed class CandidateUses(IReadOnlyList<Issue> issues)
{
    private readonly IReadOnlyList<(Issue Issue, Section Section, HashSet<int> Cited, HashSet<int> Pad, HashSet<int> Stories)> sections =
    [
        .. issues.SelectMany(issue => issue.Sections.OrderBy(section => section.Position).Select(section =>
            (issue, section, section.Articles.ToHashSet(), section.Pad.Select(item => item.ArticleId).ToHashSet(), section.PadStories.Select(item => item.StoryId).ToHashSet()))),
    ];

    public IReadOnlyList<CandidateUse> Of(Candidate candidate, IReadOnlyList<int> articles) =>
    [
        .. sections.Select(place => (place, IsCited: place.Cited.Overlaps(articles), IsAside: place.Pad.Overlaps(articles) || (candidate.Kind == CandidateKind.Story && place.Stories.Contains(candidate.Id))))
            .Where(use => use.IsCited || use.IsAside)
            .Select(use => new CandidateUse(use.place.Issue.PublicId, use.place.Issue.Number, use.place.Section.PublicId, use.place.Section.Position, use.place.Section.Title, use.IsCited)),
    ];

    /// <summary>The day of the latest issue that went out and cites one of these articles; null: none does.</summary>
    public DateTimeOffset? ToldAt(IReadOnlyCollection<int> articles) => sections.Where(place => IssueStates.Frozen.Contains(place.Issue.State) && place.Cited.Overlaps(articles))
        .Select(place => (DateTimeOffset?)place.Issue.DatedAt).Max();

    /// <summary>What lay on a pad of the last approved issue and was cited nowhere.</summary>
    public IReadOnlySet<int> LeftOver()
    {
        var last = issues.FirstOrDefault(issue => IssueStates.Frozen.Contains(issue.State));
        var cited = sections.SelectMany(place => place.Cited).ToHashSet();
        return sections.Where(place => place.Issue == last).SelectMany(place => place.Pad).Where(id => !cited.Contains(id)).ToHashSet();
    }
}
