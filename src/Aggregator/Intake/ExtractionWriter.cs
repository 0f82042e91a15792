using Aggregator.Archive;
using Aggregator.Fetching;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Text;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>Writes down what pages gave: the whole text in place of the excerpt, or the next attempt.</summary>
public sealed class ExtractionWriter(Func<AggregatorDb> databases, IOptions<FetchingSettings> settings)
    : BatchWriter<ExtractionRecord, bool>(40, TimeSpan.FromMilliseconds(10))
{
    /// <summary>Attempts before we keep the excerpt and say so.</summary>
    private const int MaxAttempts = 4;

    /// <summary>The page shows less than the feed did (a paywall, a teaser): the excerpt stays what it is.</summary>
    private static readonly FetchProblem GivesLess = new(PollError.NoArticle);

    protected override async Task<IReadOnlyList<bool>> CommitAsync(IReadOnlyList<ExtractionRecord> records)
    {
        await using var db = databases();
        return await db.WriteAsync(stop => StoreAsync(db, records, stop), CancellationToken.None);
    }

    private async Task<IReadOnlyList<bool>> StoreAsync(AggregatorDb db, IReadOnlyList<ExtractionRecord> records, CancellationToken stop)
    {
        var ids = records.Select(record => record.Due.ArticleId).ToList();
        var rows = await db.Extractions.Include(row => row.Article).ThenInclude(article => article.Text)
            .Where(row => ids.Contains(row.ArticleId)).ToDictionaryAsync(row => row.ArticleId, stop);
        var read = new List<Article>();
        foreach (var record in records)
        {
            // Gone: the article was deleted meanwhile, or another worker took the lease over and was faster.
            if (!rows.TryGetValue(record.Due.ArticleId, out var row)) continue;
            await HostManners.RestAsync(db, record.Due.Url, record.Response, record.At, settings.Value, stop);
            if (record.Reading is null) Postpone(row, record, record.Problem!);
            else if (record.Reading.Text.Length < row.Article.Text.Text.Length) Postpone(row, record, GivesLess);
            else
            {
                Apply(row.Article, record.Reading);
                db.Remove(row);
                read.Add(row.Article);
            }
        }

        await db.SaveChangesAsync(stop);
        await CopyFinder.AddEdgesAsync(db, read, stop);
        await db.SaveChangesAsync(stop);
        await db.IndexAsync([.. read.Select(article => new SearchEntry(article.Id, article.Title, article.Text.Text))], replace: true, stop);
        var whole = read.Select(article => article.Id).ToHashSet();
        return [.. records.Select(record => whole.Contains(record.Due.ArticleId))];
    }

    private static void Apply(Article article, ArticleReading reading)
    {
        article.Language = LanguageDetector.Detect(reading.Text) ?? reading.Language ?? article.Language;
        if (article.PublishedAt is null && reading.Published is { } published && published <= article.ArrivedAt)
            article.PublishedAt = article.Time = published;
        article.Words = Excerpt.Words(reading.Text);
        article.TextHash = FoldedText.Hash(reading.Text);
        article.IsWhole = true;
        var text = article.Text;
        text.Text = reading.Text;
        text.Html = reading.Html;
        text.Excerpt ??= Excerpt.Of(reading.Excerpt ?? reading.Text);
        text.ImageUrl ??= reading.Image;
        text.SiteName = reading.SiteName;
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
        problem.Error is PollError.NoArticle or PollError.BadAddress or PollError.NotPublic or PollError.Gone or PollError.TooLarge
        || problem is { Error: PollError.HttpStatus, Detail: "401" or "402" or "403" or "404" };
}
