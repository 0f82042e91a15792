using Aggregator.Archive;
using Aggregator.Fetching;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Pages.Sitemaps;
using Aggregator.Reading.Text;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>Writes down what pages gave: the whole text in place of the excerpt, or the next attempt.</summary>
public sealed class ExtractionWriter(Func<AggregatorDb> databases, IOptions<FetchingSettings> settings)
    : BatchWriter<ExtractionRecord, bool>(MostPages, TimeSpan.FromMilliseconds(10))
{
    // About 20 ms of writing.
    private const int MostPages = 12;

    /// <summary>Attempts before we keep the excerpt and say so.</summary>
    private const int MaxAttempts = 4;

    /// <summary>The page shows less than the feed did (a paywall, a teaser): the excerpt stays what it is.</summary>
    private static readonly FetchProblem GivesLess = new(PollError.NoArticle);

    protected override async Task<IReadOnlyList<bool>> CommitAsync(IReadOnlyList<ExtractionRecord> records)
    {
        await using var db = databases();
        db.IsBulk = true;
        return await db.WriteAsync(stop => StoreAsync(db, records, stop), CancellationToken.None);
    }

    private async Task<IReadOnlyList<bool>> StoreAsync(AggregatorDb db, IReadOnlyList<ExtractionRecord> records, CancellationToken stop)
    {
        var ids = records.Select(record => record.Due.ArticleId).ToList();
        var rows = await db.Extractions.Include(row => row.Article).ThenInclude(article => article.Text)
            .Where(row => ids.Contains(row.ArticleId)).ToDictionaryAsync(row => row.ArticleId, stop);
        var session = await db.SessionAsync(stop);
        var read = new List<Article>();
        var issues = new List<(int, string, PageIssue)>();
        foreach (var record in records)
        {
            // Gone: the article was deleted meanwhile, or another worker took the lease over and was faster.
            if (!rows.TryGetValue(record.Due.ArticleId, out var row)) continue;
            await HostManners.RestAsync(session, record.Due.Url, record.Response, record.At, settings.Value, stop);
            var problem = record.Reading is null ? record.Problem! : record.Due.Rules is null && IsLess(row.Article, record.Reading.Text) ? GivesLess : null;
            if (problem is not null && (!row.Article.IsWhole || !IsFinal(problem))) Postpone(row, record, problem);
            else db.Remove(row);
            if (problem is not null) continue;
            if (IsNews(row.Article, record.Reading!.Text))
                db.Add(new ArticleRevision { ArticleId = row.ArticleId, ReplacedAt = record.At, Title = row.Article.Title, Text = row.Article.Text.Text });
            Apply(row.Article, record.Reading);
            read.Add(row.Article);
            if (record.Issue is { } issue) issues.Add((row.ArticleId, row.Article.UrlKey, issue));
        }

        await db.SaveChangesAsync(stop);
        await EarlierIssueRows.StoreAsync(session, issues, stop);
        await CopyFinder.AddEdgesAsync(session, read.Select(article => article.TextHash), stop);
        await CopyRows.QueueAsync(session, read.Where(article => article.TextHash is not null).Select(article => article.Id), stop);
        await SearchEntries.RenewAsync(session, [.. read.Select(article => article.Id)], stop);
        var whole = read.Select(article => article.Id).ToHashSet();
        return [.. records.Select(record => whole.Contains(record.Due.ArticleId))];
    }

    /// <summary>A correction of a text that was read before may be shorter, an article for its excerpt may not.</summary>
    private static bool IsLess(Article article, string text) => text.Length < (article.IsWhole ? article.Text.Text.Length / 2 : article.Text.Text.Length);

    /// <summary>The page was read before and says something else now.</summary>
    private static bool IsNews(Article article, string text) => article.IsWhole && FoldedText.Of(article.Text.Text) != FoldedText.Of(text);

    private static void Apply(Article article, ArticleReading reading)
    {
        article.Language = LanguageEvidence.Of(reading.Text, article.Language, reading.Language);
        if (article.PublishedAt is null && reading.Published is { } published && published <= article.ArrivedAt)
            article.PublishedAt = article.Time = published;
        article.Words = Excerpt.Words(reading.Text);
        article.TextHash = FoldedText.Hash(reading.Text);
        article.IsWhole = true;
        // A title made of the address gives way to the page's own.
        if (reading.Title is { Length: > 0 and <= 300 } title && article.Title == AddressTitle.Of(article.Url)) article.Title = title;
        var text = article.Text;
        text.Text = reading.Text;
        text.Html = reading.Html;
        text.Excerpt ??= Excerpt.Of(reading.Excerpt ?? reading.Text);
        text.ImageUrl ??= reading.Image;
        text.SiteName = reading.SiteName ?? text.SiteName;
        if (text.Authors.Count == 0) text.Authors = [.. reading.Authors];
    }

    private void Postpone(Extraction row, ExtractionRecord record, FetchProblem problem)
    {
        row.LeaseOwner = null;
        row.LeaseUntil = null;
        row.Attempts++;
        row.Error = problem.Error;
        row.ErrorDetail = problem.Detail;
        row.DueAt = row.Attempts >= MaxAttempts || IsFinal(problem) ? null : NextCheck.AfterFailure(
            record.At, row.Attempts, settings.Value.MinInterval, settings.Value.MaxInterval, record.Response.RetryAfter, Random.Shared.NextDouble());
    }

    /// <summary>Asking again would give the same answer.</summary>
    private static bool IsFinal(FetchProblem problem) =>
        problem.Error is PollError.NoArticle or PollError.BadAddress or PollError.NotPublic or PollError.BadPort or PollError.Gone or PollError.TooLarge
        || problem is { Error: PollError.HttpStatus, Detail: "401" or "402" or "403" or "404" };
}
