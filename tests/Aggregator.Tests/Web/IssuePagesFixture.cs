using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>A site with stories on the desk and an editor signed in; each test makes its own issue.</summary>
public sealed class IssuePagesFixture : IAsyncLifetime
{
    internal const string Passage = "La trêve de nuit se contourne en moins de deux minutes, dit le rapport de mars.";

    internal TestSite Press { get; private set; } = null!;

    internal DeskSite Site { get; private set; } = null!;

    internal Browsing Editor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Press = await TestSite.StartAsync();
        // Undated, so they are of this week.
        Press.Give("/feed", Fixtures.Rss("Revue", [.. Enumerable.Range(1, 4).Select(number => Fixtures.Item(
            $"Enquête numéro {number} sur les modérateurs", Press.Url($"/a/{number}"), content: $"<p>{Passage}</p>" + Fixtures.Text(number)).Replace("<pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate>", "", StringComparison.Ordinal))]));
        Site = await DeskSite.StartAsync(Press.Url("/feed"));
        await Eventually.TrueAsync(() => Site.QueryAsync(async db => await db.StoryMembers.CountAsync() == 4), "the stories");
        Editor = await Site.SignUpAsync();
        using var made = await Editor.SubmitAsync("/desk", "/publications", ("title", "Le Relevé"), ("language", "fr"), ("sender", "La rédaction"), ("mail", "redaction@releve.example"));
        Assert.Equal("/desk#issue", made.Headers.Location?.ToString());
    }

    public async Task DisposeAsync()
    {
        Editor?.Dispose();
        await Site.DisposeAsync();
        await Press.DisposeAsync();
    }

    /// <summary>A draft with sections, made behind the pages.</summary>
    internal Task<Issue> DraftAsync(params IReadOnlyList<string> sections) => Site.QueryAsync(async db =>
    {
        var series = await db.Publications.SingleAsync();
        var now = DateTimeOffset.Parse("2026-03-06T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var issue = new Issue
        {
            PublicId = Guid.CreateVersion7(), Publication = series, Number = (await db.Issues.MaxAsync(i => (int?)i.Number) ?? 0) + 1, Title = "La semaine", Intro = "Bonjour.", DatedAt = now, MadeAt = now,
        };
        foreach (var (title, position) in sections.Select((title, position) => (title, position)))
            issue.Sections.Add(new() { PublicId = Guid.CreateVersion7(), Title = title, Position = position });
        db.Add(issue);
        await db.SaveChangesAsync();
        return issue;
    });

    internal Task<int> ArticleAsync() => Site.QueryAsync(db => db.Articles.OrderBy(article => article.Id).Select(article => article.Id).FirstAsync());

    /// <summary>Readers who have confirmed.</summary>
    internal Task SubscribeAsync(int number) => Site.QueryAsync(async db =>
    {
        var series = await db.Publications.SingleAsync();
        var now = DateTimeOffset.Parse("2026-03-01T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        for (var i = await db.Subscribers.CountAsync(); i < number; i++)
        {
            var reader = new Subscriber { PublicId = Guid.CreateVersion7(), Address = $"lecteur{i}@exemple.example", AddressKey = $"lecteur{i}@exemple.example", MadeAt = now };
            reader.Subscriptions.Add(new() { PublicationId = series.Id, State = SubscriptionState.Confirmed, UnsubscribeToken = $"jeton-{i}-0123456789abcdef", AskedAt = now, ConfirmedAt = now });
            db.Add(reader);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>A send of an issue of its own, with one mail that may be out or not.</summary>
    internal async Task<Send> SendInDoubtAsync(string address)
    {
        var issue = await DraftAsync("Une");
        return await Site.QueryAsync(async db =>
        {
            var rendition = new Rendition { Subject = "Un", Html = "<p>Un</p>", Text = "Un", Page = "<p>Un</p>", Hash = "" };
            await db.Issues.Where(i => i.Id == issue.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, IssueState.Approved));
            var stored = await db.Issues.SingleAsync(i => i.Id == issue.Id);
            stored.Rendition = rendition;
            var reader = await db.Subscribers.FirstOrDefaultAsync(s => s.AddressKey == address) ?? db.Add(new Subscriber { PublicId = Guid.CreateVersion7(), Address = address, AddressKey = address }).Entity;
            await db.SaveChangesAsync();
            if (!await db.Subscriptions.AnyAsync(s => s.SubscriberId == reader.Id && s.PublicationId == stored.PublicationId))
                db.Add(new Subscription { SubscriberId = reader.Id, PublicationId = stored.PublicationId, State = SubscriptionState.Confirmed, UnsubscribeToken = $"jeton-doute-{reader.Id}-{stored.PublicationId}" });
            var send = new Send { PublicId = Guid.CreateVersion7(), IssueId = issue.Id, RenditionId = rendition.Id, StartedAt = DateTimeOffset.UnixEpoch, EndedAt = DateTimeOffset.UnixEpoch };
            db.Add(send);
            await db.SaveChangesAsync();
            db.Add(new Delivery { SendId = send.Id, SubscriberId = reader.Id, State = DeliveryState.InDoubt });
            await db.SaveChangesAsync();
            return send;
        });
    }
}
