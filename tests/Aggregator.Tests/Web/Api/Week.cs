using System.Xml.Linq;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Service.Sending;

namespace Aggregator.Tests.Web.Api;

/// <summary>A week of the desk through the API alone, step by step: readers ask and confirm, an issue is written, sent, read, and left.</summary>
internal sealed class Week(ApiDesk desk)
{
    public const string Title = "Quatre histoires & un « réseau »";
    private static readonly string[] Readers = ["anne@lecteurs.example", "bob@lecteurs.example", "chloe@lecteurs.example"];

    /// <param name="more">Articles cited besides those of the stories, one in each section in turn; none is all right.</param>
    public async Task LiveAsync(params IReadOnlyList<int> more)
    {
        var publication = await desk.PublicationAsync("La revue de la semaine");
        foreach (var reader in Readers) await SubscribeAsync(publication, reader);

        var issue = await WriteAsync(publication, Title, more);
        await SendAsync(issue, sent: 3);
        await AssertMailsAsync(issue);
        await AssertPublicAsync(issue);

        await LeaveAsync(publication, Readers[0]);
        var next = await WriteAsync(publication, "La semaine d’après", more);
        await SendAsync(next, sent: 2);
        var mails = await MailsAsync("La semaine d’après");
        Assert.Equal(Readers.Skip(1).Order(StringComparer.Ordinal), mails.Select(mail => mail.To[0][1]).Order(StringComparer.Ordinal));
    }

    /// <summary>Asked for by the API, confirmed by following the link in their mail.</summary>
    private async Task SubscribeAsync(string publication, string address)
    {
        (await desk.Publisher.PostAsync($"/publications/{publication}/subscribers", new { address, name = "Une lectrice" })).Is(202);
        var mail = (await MailsAsync("Confirmez")).Single(mail => mail.To[0][1] == address);
        var link = new Uri(mail.Text.Split('\n', StringSplitOptions.TrimEntries).Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
        Assert.Contains(link, mail.Html, StringComparison.Ordinal);
        using var reader = desk.Site.Browse("fr");
        using var confirmed = await reader.SubmitAsync(link, link);
        Assert.Equal(200, (int)confirmed.StatusCode);
    }

    /// <summary>An issue of four sections, one for each of the first stories of the desk, approved.</summary>
    private async Task<string> WriteAsync(string publication, string title, IReadOnlyList<int> more)
    {
        var place = 0;
        var stories = (await desk.Editor.GetAsync("/stories?limit=4")).Is(200).Json.GetProperty("items");
        Assert.Equal(4, stories.GetArrayLength());
        var draft = (await desk.DraftAsync(publication, title)).Is(201);
        var tag = draft.ETag;
        foreach (var story in stories.EnumerateArray())
        {
            var members = (await desk.Editor.GetAsync($"/stories/{story.GetProperty("id")}")).Is(200).Json.GetProperty("members");
            var cited = new[] { members[0].GetProperty("id").GetInt32() }.Concat(more.Skip(place++).Take(1));
            var section = ApiDesk.Section(story.GetProperty("headline").GetString()!, cited);
            (await desk.Contributor.PostAsync($"/issues/{draft.Id}/sections", section, tag)).Is(201);
            tag = (await desk.Editor.GetAsync($"/issues/{draft.Id}")).Is(200).ETag;
        }

        (await desk.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: tag)).Is(200);
        return draft.Id;
    }

    private async Task SendAsync(string issue, int sent)
    {
        var begun = (await desk.Publisher.PostAsync($"/issues/{issue}/sends", key: $"send {issue}")).Is(202);
        await Eventually.TrueAsync(async () => (await desk.Publisher.GetAsync(begun.Location!)).Json.TryGetProperty("endedAt", out _), "the send to end");
        var progress = await desk.Publisher.GetAsync(begun.Location!);
        Assert.Equal((sent, sent), (progress.Json.GetProperty("subscribers").GetInt32(), progress.Json.GetProperty("sent").GetInt32()));
    }

    /// <summary>Python reads in each mail what was approved, with the reader's own way out.</summary>
    private async Task AssertMailsAsync(string issue)
    {
        var text = (await desk.Publisher.GetAsync($"/issues/{issue}/renderings/text")).Is(200).Text;
        var html = (await desk.Publisher.GetAsync($"/issues/{issue}/renderings/email")).Is(200).Text;
        var mails = await MailsAsync("Quatre histoires");
        Assert.Equal(Readers.Order(StringComparer.Ordinal), mails.Select(mail => mail.To[0][1]).Order(StringComparer.Ordinal));
        foreach (var mail in mails)
        {
            var leave = mail.Headers["list-unsubscribe"].Trim('<', '>');
            Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["list-unsubscribe-post"]);
            Assert.Equal(text.Replace("{{unsubscribe}}", leave, StringComparison.Ordinal), Lines(mail.Text));
            Assert.Equal(html.Replace("{{unsubscribe}}", leave, StringComparison.Ordinal), Lines(mail.Html));
            Assert.Equal($"La revue de la semaine n°\u00A01\u00A0: {Title}", mail.Headers["subject"]);
            Assert.Equal(["La rédaction", "revue@social.example"], mail.From[0][..2]);
            Assert.Equal(["text/plain", "text/html"], mail.Types);
            Assert.Empty(mail.Defects);
        }

        Assert.Equal(3, mails.Select(mail => mail.Headers["message-id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, mails.Select(mail => mail.Headers["list-unsubscribe"]).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The archive's page and the feed show the words that were approved.</summary>
    private async Task AssertPublicAsync(string issue)
    {
        var approved = (await desk.Publisher.GetAsync($"/issues/{issue}/renderings/html")).Is(200).Text;
        Assert.Contains(approved, (await desk.Nobody.GetAsync($"//issues/{issue}")).Is(200).Text, StringComparison.Ordinal);
        var feed = XDocument.Parse((await desk.Nobody.GetAsync("//feed.atom")).Is(200).Text);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = feed.Descendants(atom + "entry").Single(e => e.Element(atom + "id")!.Value == $"urn:uuid:{issue}");
        Assert.Equal(approved, entry.Element(atom + "content")!.Value);
        Assert.Equal(Title, entry.Element(atom + "title")!.Value);
    }

    private async Task LeaveAsync(string publication, string address)
    {
        var mail = (await MailsAsync("Quatre histoires")).Single(mail => mail.To[0][1] == address);
        var way = new Uri(mail.Headers["list-unsubscribe"].Trim('<', '>')).AbsolutePath;
        using var program = desk.Site.Browse();
        using (var looked = await program.GetAsync(way)) Assert.Equal(200, (int)looked.StatusCode);
        Assert.Equal("confirmed", await StateAsync(publication, address));
        using (var left = await program.PostAsync(way, ("List-Unsubscribe", "One-Click"))) Assert.Equal(200, (int)left.StatusCode);
        Assert.Equal("ended", await StateAsync(publication, address));
    }

    private async Task<string?> StateAsync(string publication, string address) =>
        (await desk.Publisher.GetAsync($"/publications/{publication}/subscribers")).Json.GetProperty("items").EnumerateArray()
            .Single(row => row.GetProperty("address").GetString() == address).GetProperty("state").GetString();

    private async Task<List<ReadMail>> MailsAsync(string subject)
    {
        var files = Directory.EnumerateFiles(desk.Site.Outbox, "*.eml").Select(File.ReadAllBytes).ToList();
        return [.. (await PythonReader.ReadAsync(files)).Where(mail => mail.Headers["subject"].Contains(subject, StringComparison.Ordinal))];
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
