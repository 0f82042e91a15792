using System.Security.Cryptography;
using System.Text;
using Aggregator.Archive;
using Aggregator.Fetching;
using Aggregator.Reading.Html;
using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Intake.Clips;

/// <summary>Takes a clip in: an article like any other, marked with who clipped it, when and how.</summary>
public sealed class TakeClip(Fetcher fetcher, TimeProvider clock)
{
    /// <param name="db">The database.</param>
    /// <param name="draft">What is brought in.</param>
    /// <param name="account">Who brings it.</param>
    /// <param name="name">Their name.</param>
    public async Task<ClipOutcome> RunAsync(AggregatorDb db, ClipDraft draft, int account, string name, CancellationToken stop)
    {
        if (draft is { Way: ClipWay.Address, Html: null, Url.Length: > 0 })
        {
            if (!CanonicalUrl.TryParse(draft.Url, out var address)) return new(0, IsNew: false, new("url", "Donnez une adresse http ou https.", "Give an http or https address."));
            var answer = await fetcher.GetAsync(new(address, Accept: FetchRequest.Pages), stop);
            if (answer.Problem is { } problem)
                return new(0, IsNew: false, new("url", PollErrorWords.Say(problem.Error, problem.Detail, "fr") + " Depuis votre navigateur, le marque-page envoie la page comme vous la voyez.", PollErrorWords.Say(problem.Error, problem.Detail, "en") + " From your own browser, the bookmarklet sends the page as you see it."));
            draft = draft with { Html = SafeHtml.Decode(answer.Body.Span, answer.ContentType), Url = answer.FinalUrl };
        }

        var (reading, fault) = ClipReader.Read(draft);
        if (fault is not null) return new(0, IsNew: false, fault);
        var now = clock.GetUtcNow();
        return await db.WriteAsync(inner => StoreAsync(db, reading!, draft, account, name, now, inner), stop);
    }

    private static async Task<ClipOutcome> StoreAsync(AggregatorDb db, ClipReading clip, ClipDraft draft, int account, string name, DateTimeOffset now, CancellationToken stop)
    {
        var arrival = ArrivalOf(clip);
        var source = await SourceAsync(db, clip, now, stop);
        var known = await db.Articles.Include(article => article.Text).FirstOrDefaultAsync(article => article.UrlKey == arrival.UrlKey, stop);
        var isNew = known is null;
        if (known is null)
        {
            // A person brings it back: that it was deleted once no longer keeps it away.
            await db.Tombstones.Where(row => row.UrlKey == arrival.UrlKey).ExecuteDeleteAsync(stop);
            var poll = new DuePoll(source.Id, source.Name, source.Url, source.Kind, source.Language, source.Interval, new(null, null, null, null));
            await ArticleIntake.TakeInAsync(await db.SessionAsync(stop), [new(poll, new() { FinalUrl = clip.Url ?? source.Url }, now, PollKind.Read, [arrival])], learnt: null, stop);
            known = await db.Articles.Include(article => article.Text).FirstAsync(article => article.UrlKey == arrival.UrlKey, stop);
        }
        else if (!known.IsWhole || arrival.Text.Plain.Length > known.Text.Text.Length) await CompleteAsync(db, known, arrival, now, stop);

        if (!await db.Clips.AnyAsync(row => row.ArticleId == known.Id, stop))
            db.Add(new Clip { ArticleId = known.Id, AccountId = account, ClippedBy = name, At = now, Way = draft.Way, Place = clip.Place ?? draft.FileName });
        await db.SaveChangesAsync(stop);
        return new(known.Id, isNew, null);
    }

    private static Arrival ArrivalOf(ClipReading clip)
    {
        var text = clip.Article;
        var key = clip.Url is not null ? UrlKey.Of(clip.Url) : "clip:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{clip.Outlet}\n{clip.Title}\n{text.Text}")).AsSpan(0, 12));
        return new(key, clip.Url ?? key, key, clip.Published, new ArrivalText(
            LanguageEvidence.Of($"{clip.Title}. {text.Text}", text.Language), clip.Title, clip.Authors, Excerpt.Of(text.Excerpt ?? text.Text), text.Text, text.Html, text.Image, Excerpt.Words(text.Text), FoldedText.Hash(text.Text)))
        {
            GivenHash = EntryReader.GivenHash(clip.Title, text.Text),
        };
    }

    /// <summary>What we had was an excerpt: the clip is the whole.</summary>
    private static async Task CompleteAsync(AggregatorDb db, Article article, Arrival arrival, DateTimeOffset now, CancellationToken stop)
    {
        if (article.IsWhole) db.Add(new ArticleRevision { ArticleId = article.Id, ReplacedAt = now, Title = article.Title, Text = article.Text.Text });
        (article.IsWhole, article.Words, article.TextHash) = (true, arrival.Text.Words, arrival.Text.Hash);
        (article.Text.Text, article.Text.Html) = (arrival.Text.Plain, arrival.Text.Html);
        if (article.Text.Authors.Count == 0) article.Text.Authors = [.. arrival.Text.Authors];
        await db.Extractions.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync(stop);
        await db.SaveChangesAsync(stop);
        var session = await db.SessionAsync(stop);
        await SearchEntries.RenewAsync(session, [article.Id], stop);
        if (article.TextHash is not null) await CopyRows.QueueAsync(session, [article.Id], stop);
    }

    /// <summary>The source of that name or of that host, else one that is never visited: an outlet that only editors bring.</summary>
    private static async Task<Source> SourceAsync(AggregatorDb db, ClipReading clip, DateTimeOffset now, CancellationToken stop)
    {
        var all = await db.Sources.AsNoTracking().Select(source => new { source.Id, source.Name, source.Url }).ToListAsync(stop);
        var host = clip.Url is null ? null : RegistrableHost.Of(clip.Url);
        var known = all.Find(source => string.Equals(source.Name, clip.Outlet, StringComparison.OrdinalIgnoreCase))
            ?? (host is null ? null : all.Find(source => source.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && RegistrableHost.Of(source.Url) == host));
        if (known is not null) return await db.Sources.AsNoTracking().SingleAsync(source => source.Id == known.Id, stop);
        var key = $"clip:{FoldedText.Of(clip.Outlet).Replace(' ', '-')}";
        if (await db.Sources.FirstOrDefaultAsync(source => source.UrlKey == key, stop) is { } same) return same;
        var made = new Source { Url = key, UrlKey = key, Name = clip.Outlet, AddedAt = now, RetiredAt = now, EditedFields = SourceFields.Retired, Poll = new() { Host = "", DueAt = now } };
        db.Add(made);
        await db.SaveChangesAsync(stop);
        return made;
    }
}

/// <summary>What came of a clip.</summary>
/// <param name="ArticleId">The article; 0 with a fault.</param>
/// <param name="IsNew">It was not there before.</param>
public sealed record ClipOutcome(int ArticleId, bool IsNew, ClipFault? Fault);
