using System.Text;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Checks;

/// <summary>Reads what the checks look at.</summary>
public static class ReviewReader
{
    /// <summary>Earlier issues looked at for what was told.</summary>
    private const int Earlier = 60;

    /// <param name="db">The database.</param>
    /// <param name="issue">With publication, sections and pads.</param>
    /// <param name="mail">The html part as it would be sent now.</param>
    /// <param name="now">UTC.</param>
    public static async Task<ReviewMaterial> ReadAsync(AggregatorDb db, Issue issue, string mail, DateTimeOffset now, CancellationToken stop)
    {
        var pads = await PadsAsync(db, issue, stop);
        var articles = await ArticlesAsync(db, [.. pads.Values.SelectMany(ids => ids).Distinct()], stop);
        var waivers = await db.Waivers.AsNoTracking().Where(waiver => waiver.IssueId == issue.Id).ToDictionaryAsync(waiver => waiver.Key, waiver => waiver.Reason, StringComparer.Ordinal, stop);
        var material = new ReviewMaterial(
            issue, articles, pads, await ToldAsync(db, issue, stop), new Dictionary<string, LinkVisit>(StringComparer.Ordinal), Encoding.UTF8.GetByteCount(mail), issue.Slot > now ? issue.Slot.Value : now, waivers);
        var dates = await db.Issues.Where(other => other.PublicationId == issue.PublicationId && other.Id != issue.Id).OrderByDescending(other => other.Number).Select(other => other.DatedAt).Take(Earlier).ToListAsync(stop);
        var addresses = LinkChecks.AddressesOf(material).ToList();
        return material with { EarlierDates = [.. dates.Select(date => DateOnly.FromDateTime(date.UtcDateTime))], Links = await db.LinkVisits.AsNoTracking().Where(visit => addresses.Contains(visit.Url)).ToDictionaryAsync(visit => visit.Url, StringComparer.Ordinal, stop) };
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<int>>> PadsAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var stories = issue.Sections.SelectMany(section => section.PadStories).Select(item => item.StoryId).Distinct().ToList();
        var members = (await db.StoryMembers.Where(member => stories.Contains(member.StoryId)).Select(member => new { member.StoryId, member.ArticleId }).ToListAsync(stop)).ToLookup(member => member.StoryId, member => member.ArticleId);
        return issue.Sections.ToDictionary(
            section => section.PublicId,
            section => (IReadOnlyList<int>)[.. section.Pad.Select(item => item.ArticleId).Concat(section.PadStories.SelectMany(item => members[item.StoryId])).Concat(section.Articles).Distinct()]);
    }

    private static async Task<IReadOnlyDictionary<int, ReviewArticle>> ArticlesAsync(AggregatorDb db, List<int> ids, CancellationToken stop)
    {
        var rows = await (from article in db.Articles.AsNoTracking()
                          join source in db.Sources on article.SourceId equals source.Id
                          where ids.Contains(article.Id)
                          select new
                          {
                              article.Id, article.Title, article.Text.Text, source.Name, article.Language, article.Url, article.PublishedAt, article.Text.Authors,
                              Voice = article.Copy == null ? article.SourceId : db.Articles.Where(original => original.Id == article.Copy.OriginalId).Select(original => original.SourceId).First(),
                              Story = db.StoryMembers.Where(member => member.ArticleId == article.Id).Select(member => (int?)member.StoryId).FirstOrDefault(),
                              Embargo = db.ArticleDesks.Where(desk => desk.ArticleId == article.Id).Select(desk => desk.EmbargoUntil).FirstOrDefault(),
                              Card = db.RightsCards.FirstOrDefault(card => card.SourceId == article.SourceId),
                          }).ToListAsync(stop);
        return rows.ToDictionary(row => row.Id, row => new ReviewArticle(
            row.Id, row.Title, row.Text, row.Name, row.Language, row.Url, row.PublishedAt, row.Authors, row.Voice, QuoteBinding.HashOf(row.Text))
        {
            StoryId = row.Story, EmbargoUntil = row.Embargo, LongestQuote = row.Card?.LongestQuote, LargestShare = row.Card?.LargestShare,
        });
    }

    private static async Task<IReadOnlyList<ToldBefore>> ToldAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var earlier = await db.Issues.AsNoTracking().Include(other => other.Sections)
            .Where(other => other.PublicationId == issue.PublicationId && other.Number < issue.Number && IssueStates.Frozen.Contains(other.State))
            .OrderByDescending(other => other.Number).Take(Earlier).ToListAsync(stop);
        var cited = earlier.SelectMany(other => other.Sections.SelectMany(section => section.Articles)).Distinct().ToList();
        var stories = await db.StoryMembers.Where(member => cited.Contains(member.ArticleId)).ToDictionaryAsync(member => member.ArticleId, member => member.StoryId, stop);
        return [.. earlier.SelectMany(other => other.Sections.SelectMany(section => section.Articles.Select(id => new ToldBefore(stories.GetValueOrDefault(id), id, other.PublicId, section.PublicId, other.Number, other.DatedAt, section.Title))))];
    }
}
