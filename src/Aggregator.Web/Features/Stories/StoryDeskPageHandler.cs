using Aggregator.Archive;
using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Reading.Stories;
using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Web.Features.Articles;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Stories;

/// <summary><c>/desk</c>: the stories of the week, ranked, beside the issue in progress. With words to look for it lists articles.</summary>
internal static class StoryDeskPageHandler
{
    private const int Most = 60;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk", async (
        AggregatorDb db, Visit visit, Settings settings, TimeProvider clock, string? q, string? lang, string? topic, string? only, int? after, Guid? target, int? added, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(q)
            ? Page.Of<StoryDeskPage>(("View", await ReadAsync(db, settings, clock.GetUtcNow(), lang, topic, target, added, stop)))
            : (IResult)await ArticlesPageHandler.ShowAsync(db, visit, clock, q, lang, topic, only, after, stop)).For(Contributor);

    private static async Task<StoryDeskView> ReadAsync(
        AggregatorDb db, Settings settings, DateTimeOffset now, string? language, string? topic, Guid? target, int? added, CancellationToken stop)
    {
        var sources = await db.Sources.AsNoTracking().ToDictionaryAsync(source => source.Id, stop);
        var chosen = topic is null ? null : sources.Values.Where(source => source.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase)).Select(source => source.Id).ToList();
        var stories = await RankedStories.OfWeekAsync(db, now, week => Filter(db, week, language, chosen), Most, await DeskContexts.ReadAsync(db, stop), stop);
        var ids = stories.Select(story => story.Story.Id).ToList();
        var members = await db.StoryMembers.Where(member => ids.Contains(member.StoryId)).OrderBy(member => member.Article.Time)
            .Select(member => new
            {
                member.StoryId, member.ArticleId, member.Article.SourceId, member.Article.Url, member.Article.Text.SiteName, member.Article.Language,
                IsCopy = member.Article.Copy != null,
            })
            .ToListAsync(stop);
        var parts = members.ConvertAll(member => new StoryPart(
            member.StoryId, member.ArticleId, Outlet.NameOf(member.Url, member.SiteName, sources[member.SourceId].Url, sources[member.SourceId].Name), member.Language,
            member.IsCopy));
        var week = db.Stories.Where(story => story.LastAt >= now.AddDays(-7) && story.Articles > 0 && story.DismissedAt == null);
        var oldest = now - StoryWindow.Default.Length!.Value;
        var waits = await (from wait in PageWait.Of(db)
                           join article in db.Articles on wait.ArticleId equals article.Id
                           where !wait.HasStory && article.Time >= oldest
                           select wait.Until).ToListAsync(stop);
        var languages = await week.GroupBy(story => story.Language).Select(group => new LanguageCount(group.Key, group.Count())).ToListAsync(stop);
        var draft = await IssueInProgress.FindAsync(db, stop);
        var outage = await NetworkOutage.FindAsync(db, stop);
        return new(
            stories, parts.ToLookup(part => part.StoryId), sources, [.. languages.Where(count => count.Language is not null).OrderByDescending(count => count.Articles)],
            languages.Sum(count => count.Articles), draft,
            await db.Publications.AsNoTracking().OrderBy(publication => publication.Id).ToListAsync(stop), language, topic, target, added)
        {
            Waiting = waits.Count, WaitingUntil = waits.Count == 0 ? now : waits.Max(),
            Findings = draft is null ? [] : await IssueReading.ReviewAsync(db, draft.Issue, settings.PublicUrl, now, stop),
            Outage = outage, Alerts = await AlertsAsync(db, outage, stop),
        };
    }

    /// <summary>Sources that need a person; not those that only the network keeps from answering.</summary>
    private static async Task<int> AlertsAsync(AggregatorDb db, NetworkOutage? outage, CancellationToken stop)
    {
        var alerts = db.Alerts.Where(alert => alert.ClosedAt == null);
        var alarming = db.Sources.AsNoTracking().Where(source => source.RetiredAt == null && alerts.Any(alert => alert.SourceId == source.Id));
        if (outage is null) return await alarming.CountAsync(stop);
        return (await alarming.Select(source => source.Poll).ToListAsync(stop)).Count(row => !outage.Explains(row));
    }

    private static IQueryable<Story> Filter(AggregatorDb db, IQueryable<Story> week, string? language, List<int>? sources)
    {
        if (language is not null) week = week.Where(story => story.Language == language);
        return sources is null ? week : week.Where(story => db.StoryMembers.Any(member => member.StoryId == story.Id && sources.Contains(member.Article.SourceId)));
    }
}

/// <summary>An article of a story, as the desk needs it.</summary>
/// <param name="Outlet">Who published it, whoever linked to it.</param>
public sealed record StoryPart(int StoryId, int ArticleId, string Outlet, string? Language, bool IsCopy);

/// <summary>What the desk shows.</summary>
/// <param name="Stories">Ranked.</param>
/// <param name="Parts">Their articles, by story.</param>
/// <param name="Sources">All sources by id.</param>
/// <param name="Languages">Stories of the week by language.</param>
/// <param name="Total">Stories of the week.</param>
/// <param name="Draft">The issue in progress.</param>
/// <param name="Publications">For a new draft.</param>
/// <param name="Language">The filter.</param>
/// <param name="Topic">The filter.</param>
/// <param name="Asked">The section that was made the target.</param>
/// <param name="Added">The story that was just added to it.</param>
public sealed record StoryDeskView(
    IReadOnlyList<RankedStory> Stories, ILookup<int, StoryPart> Parts, IReadOnlyDictionary<int, Source> Sources, IReadOnlyList<LanguageCount> Languages,
    int Total, IssueInProgress? Draft, IReadOnlyList<Publication> Publications, string? Language, string? Topic, Guid? Asked, int? Added)
{
    /// <summary>Articles that are in no story because their page is still to be asked for, and when the last of them is.</summary>
    public int Waiting { get; init; }

    /// <inheritdoc cref="Waiting"/>
    public DateTimeOffset WaitingUntil { get; init; }
    /// <summary>What the checks find in the issue in progress.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Sources that need a person.</summary>
    public int Alerts { get; init; }

    /// <summary>The network is away.</summary>
    public NetworkOutage? Outage { get; init; }

    public SectionInProgress? Target => Draft?.Target(Asked);

    /// <summary>Topics of the sources that are followed, the commonest first.</summary>
    public IEnumerable<(string Topic, int Sources)> Topics => SourceTopics.Of(Sources.Values);

    /// <summary>The address of this desk with one choice changed; null takes it away.</summary>
    public string With(string name, string? value)
    {
        var now = new Dictionary<string, string?>(StringComparer.Ordinal) { ["lang"] = Language, ["topic"] = Topic, ["target"] = Asked?.ToString() };
        now[name] = value;
        var set = now.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}");
        return "/desk" + (set.Any() ? "?" + string.Join('&', set) : "");
    }
}
