using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Reading.Urls;
using Aggregator.Sending;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Demo;

/// <summary>What the demo's editors have done before the visitor comes: a publication, three issues in the archive, a draft on the desk.</summary>
internal sealed class DemoEditing(Func<AggregatorDb> databases, MailLinks links, TimeProvider clock)
{
    public async Task RunAsync(DemoWeb web, CancellationToken stop)
    {
        await using var db = databases();
        var publication = Publication();
        db.Add(publication);
        await db.SaveChangesAsync(stop);
        db.AddRange(Readers(publication));
        var articles = await ArticlesAsync(db, web, stop);
        var issues = new Dictionary<int, Guid>();
        foreach (var edited in DemoIssue.All)
        {
            var issue = Issue(edited, publication, articles, issues);
            db.Add(issue);
            await db.SaveChangesAsync(stop);
            await WriteAsync(db, issue, stop);
            issues.Add(edited.Number, issue.PublicId);
            if (!edited.IsDraft) await PublishAsync(db, issue, stop);
        }
    }

    private Publication Publication() => new()
    {
        PublicId = Guid.CreateVersion7(clock.GetUtcNow()),
        Title = DemoIssue.All[0].Publication,
        Description = "La semaine des réseaux, relevée à marée basse",
        Language = "fr",
        TimeZone = "Europe/Paris",
        SenderName = "La rédaction du Relevé",
        SenderAddress = "redaction@releve.example",
        MadeAt = clock.GetUtcNow(),
    };

    /// <summary>Three who have confirmed, so that a visitor can send the draft and look at the mails.</summary>
    private IEnumerable<Subscriber> Readers(Publication publication) => new[] { "Anne Kerjean", "Ousmane Vidal", "Maud Iroise" }.Select((name, at) =>
    {
        var address = $"lecteur{at + 1}@releve.example";
        var asked = clock.GetUtcNow().AddDays(-30);
        return new Subscriber
        {
            PublicId = Guid.CreateVersion7(asked), Address = address, AddressKey = address, Name = name, MadeAt = asked,
            Subscriptions = [new() { PublicationId = publication.Id, State = SubscriptionState.Confirmed, UnsubscribeToken = $"demo-{Guid.NewGuid():N}", AskedAt = asked, ConfirmedAt = asked }],
        };
    });

    /// <summary>Stored articles by slug.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> ArticlesAsync(AggregatorDb db, DemoWeb web, CancellationToken stop)
    {
        var keys = DemoArticle.All.ToDictionary(article => UrlKey.Of(web.AddressOf(article.Slug)), article => article.Slug, StringComparer.Ordinal);
        var stored = await db.Articles.Select(article => new { article.Id, article.UrlKey }).ToListAsync(stop);
        return stored.Where(article => keys.ContainsKey(article.UrlKey)).ToDictionary(article => keys[article.UrlKey], article => article.Id, StringComparer.Ordinal);
    }

    private Issue Issue(DemoIssue edited, Publication publication, IReadOnlyDictionary<string, int> articles, IReadOnlyDictionary<int, Guid> issues)
    {
        var now = clock.GetUtcNow();
        var dated = now.AddDays(-(edited.DaysAgo ?? 0));
        var issue = new Issue
        {
            PublicId = Guid.CreateVersion7(dated), Publication = publication, Number = edited.Number, Title = TitleOf(edited), Intro = edited.Intro,
            Bylines = [.. edited.Bylines.Select(byline => new Byline(byline.Name, byline.Role))], DatedAt = dated, MadeAt = dated, Version = 0,
        };
        foreach (var (section, position) in edited.Sections.Select((section, position) => (section, position)))
        {
            issue.Sections.Add(new()
            {
                PublicId = Guid.CreateVersion7(dated), Title = section.Heading, Position = position, Version = 0,
                Blocks = [.. section.Paragraphs.Select(paragraph => DemoBlocks.Of(paragraph, Article, number => issues.TryGetValue(number, out var id) ? id : null))],
                Pad = [.. section.Pad.Select(Article).OfType<int>().Distinct().Select(id => new PadItem { ArticleId = id, AddedAt = now })],
            });
        }

        return issue;

        int? Article(string slug) => articles.TryGetValue(slug, out var id) ? id : null;
    }

    /// <summary>As editors write: quotes are bound to their passages, and there is a history to go back to.</summary>
    private static async Task WriteAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var writing = new Writing(null, issue.MadeAt);
        foreach (var section in issue.Sections) await EditorialWriting.SectionAsync(db, section, _ => { }, writing, stop);
        await EditorialWriting.IssueAsync(db, issue, _ => { }, writing, stop);
    }

    private async Task PublishAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var frozen = FrozenEdition.Of((await EditionReader.ReadAsync(db, issue.Id, links.PublicUrl, stop))!);
        issue.Rendition = frozen.ToRendition(issue.Id, issue.DatedAt);
        issue.State = IssueState.Sent;
        issue.ApprovedAt = issue.DatedAt;
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The number stands beside the title everywhere; in the file it stands in it.</summary>
    private static string TitleOf(DemoIssue issue)
    {
        var title = issue.Title;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        if (!title.StartsWith("Numéro", StringComparison.Ordinal) || colon < 0) return title;
        var rest = title[(colon + 1)..].Trim();
        return char.ToUpperInvariant(rest[0]) + rest[1..];
    }
}
