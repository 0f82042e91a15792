using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>Subscribers and sends.</summary>
public sealed class SendsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("""{}""", "address")]
    [InlineData("""{"address":"nobody"}""", "address")]
    [InlineData("""{"address":"a@b.example\r\nBcc: c@d.example"}""", "address")]
    [InlineData("""{"address":"a@b.example, c@d.example"}""", "address")]
    [InlineData("""{"address":"a@b.example","confirmed":true}""", "confirmed")]
    public async Task ABadAddressIsAskedNothing(string body, string field)
    {
        var publication = await fixture.Desk.PublicationAsync();
        var answer = (await fixture.Publisher.PostAsync($"/publications/{publication}/subscribers", body)).Is(422);
        Assert.Equal(field, Assert.Single(answer.Json.GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal("[]", (await fixture.Publisher.GetAsync($"/publications/{publication}/subscribers")).Is(200).Of("items"));
    }

    [Fact]
    public async Task AskingWithAKeyAsksOnce()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var path = $"/publications/{publication}/subscribers";
        var first = (await fixture.Publisher.PostAsync(path, new { address = "une@fois.example", name = "Une" }, key: "ask")).Is(202);
        Assert.Equal(first, await fixture.Publisher.PostAsync(path, new { address = "une@fois.example", name = "Une" }, key: "ask"));
        Assert.Single(MailsTo("une@fois.example"));
        Assert.Equal("pending", (await fixture.Publisher.GetAsync(path)).Json.GetProperty("items")[0].GetProperty("state").GetString());
        (await fixture.Publisher.PostAsync($"/publications/{Guid.Empty}/subscribers", new { address = "a@b.example" })).IsProblem(404, "no publication");
    }

    [Fact]
    public async Task AConfirmationTokenWorksOnceAndAWrongOneNever()
    {
        var publication = await fixture.Desk.PublicationAsync();
        (await fixture.Publisher.PostAsync($"/publications/{publication}/subscribers", new { address = "jeton@lecteur.example" })).Is(202);
        var link = ConfirmationPath(Assert.Single(MailsTo("jeton@lecteur.example")));
        using var reader = fixture.Site.Browse();

        using (var wrong = await reader.GetAsync("/confirm/wrong")) Assert.Equal(410, (int)wrong.StatusCode);
        // Opening it changes nothing: mail scanners open links too.
        await reader.PageAsync(link);
        Assert.Equal("pending", await StateAsync(publication));
        using (var confirmed = await reader.SubmitAsync(link, link)) Assert.Equal(200, (int)confirmed.StatusCode);
        Assert.Equal("confirmed", await StateAsync(publication));
        using (var used = await reader.GetAsync(link)) Assert.Equal(410, (int)used.StatusCode);
        Assert.Equal("confirmed already", (await fixture.Publisher.PostAsync($"/publications/{publication}/subscribers", new { address = "Jeton@lecteur.example" })).Is(202).Of("confirmation"));
        Assert.Single(MailsTo("jeton@lecteur.example"));
    }

    [Fact]
    public async Task AnIssueIsSentOnce()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var issue = await fixture.Desk.ApprovedAsync(publication);
        (await fixture.Publisher.PostAsync($"/issues/{issue}/sends")).IsProblem(409, "Nobody has confirmed");
        Assert.Equal("approved", (await fixture.Publisher.GetAsync($"/issues/{issue}")).Of("state"));
        await fixture.Desk.SubscribeAsync(publication, "seul@lecteur.example");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.Publisher.PostAsync($"/issues/{issue}/sends")));

        var begun = Assert.Single(answers, answer => answer.Status == 202);
        Assert.All(answers.Where(answer => answer != begun), answer => answer.IsProblem(409, $"sent before: see {begun.Location}"));
        await Eventually.TrueAsync(async () => (await fixture.Publisher.GetAsync(begun.Location!)).Json.TryGetProperty("endedAt", out _), "the send to end");
        (await fixture.Publisher.PostAsync($"/issues/{issue}/sends")).IsProblem(409, "Nobody gets it twice");
        var progress = (await fixture.Publisher.GetAsync(begun.Location!)).Is(200);
        Assert.Equal(("1", "1", "0", "0"), (progress.Of("subscribers"), progress.Of("sent"), progress.Of("waiting"), progress.Of("inDoubt")));
        Assert.Equal("sent", (await fixture.Publisher.GetAsync($"/issues/{issue}")).Of("state"));
        var row = Assert.Single((await fixture.Publisher.GetAsync(begun.Location! + "/deliveries?state=sent")).Is(200).Json.GetProperty("items").EnumerateArray());
        Assert.Equal("seul@lecteur.example", row.GetProperty("address").GetString());
        Assert.Equal(2, MailsTo("seul@lecteur.example").Count);
        (await fixture.Publisher.GetAsync(begun.Location! + "/deliveries?state=lost")).IsFault("state", "inDoubt");
        (await fixture.Publisher.GetAsync($"/sends/{Guid.Empty}/deliveries")).IsProblem(404, "no send");
        (await fixture.Publisher.PostAsync(begun.Location! + ":resolve-in-doubt", new { })).IsFault("wentOut", "true");
    }

    [Fact]
    public async Task WhatIsInDoubtWaitsForAPerson()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var issue = await fixture.Desk.ApprovedAsync(publication);
        await fixture.Desk.SubscribeAsync(publication, "doute@lecteur.example");
        var begun = (await fixture.Publisher.PostAsync($"/issues/{issue}/sends")).Is(202);
        await Eventually.TrueAsync(async () => (await fixture.Publisher.GetAsync(begun.Location!)).Json.TryGetProperty("endedAt", out _), "the send to end");
        await fixture.Site.QueryAsync(db => db.Deliveries.Where(row => db.Sends.Any(send => send.Id == row.SendId && send.PublicId == Guid.Parse(begun.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, Aggregator.Sending.DeliveryState.InDoubt)));

        Assert.Equal("1", (await fixture.Publisher.GetAsync(begun.Location!)).Of("inDoubt"));
        Assert.Equal(1, (await fixture.Publisher.GetAsync(begun.Location! + "/deliveries?state=inDoubt")).Json.GetProperty("items").GetArrayLength());
        // Sent again: the folder knows the mail by its Message-ID, so there is still one.
        (await fixture.Publisher.PostAsync(begun.Location! + ":resolve-in-doubt", new { wentOut = false })).Is(200);
        await Eventually.TrueAsync(async () => (await fixture.Publisher.GetAsync(begun.Location!)).Of("sent") == "1", "the mail to be sent again");
        Assert.Equal(2, MailsTo("doute@lecteur.example").Count);
    }

    internal static string ConfirmationPath(string mail)
    {
        var text = mail.Replace("=\r\n", "", StringComparison.Ordinal);
        var start = text.IndexOf("/confirm/", StringComparison.Ordinal);
        return new(text[start..].TakeWhile(c => !char.IsWhiteSpace(c) && c != '"').ToArray());
    }

    private List<string> MailsTo(string address) => [.. Directory.EnumerateFiles(fixture.Site.Outbox, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains(address, StringComparison.Ordinal))];

    private async Task<string?> StateAsync(string publication) =>
        (await fixture.Publisher.GetAsync($"/publications/{publication}/subscribers")).Json.GetProperty("items")[0].GetProperty("state").GetString();
}
