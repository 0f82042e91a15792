using System.Net;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

public sealed class SignInTests : IAsyncLifetime
{
    private DeskSite site = null!;

    public async Task InitializeAsync() => site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task TheSetUpLinkWorksOnce()
    {
        var token = await site.SetUpTokenAsync();
        using var first = site.Browse();
        using var late = site.Browse();
        Assert.Equal("Your account", (await late.PageAsync($"/set-up?token={token}")).QuerySelector("h1")!.TextContent);

        using var made = await SetUpAsync(first, token, "a@revue.example");
        Assert.Equal((HttpStatusCode.Redirect, "/desk"), (made.StatusCode, made.Headers.Location?.ToString()));
        Assert.Contains("The week", (await first.PageAsync("/desk")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("This link is used up", (await late.PageAsync($"/set-up?token={token}", HttpStatusCode.Gone)).QuerySelector("h1")!.TextContent);
        Assert.Equal(1, await site.QueryAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await site.QueryAsync(db => db.SetupLinks.CountAsync()));
    }

    [Fact]
    public async Task OfTwoAtOnceOneMakesTheAccount()
    {
        var token = await site.SetUpTokenAsync();
        var visitors = Enumerable.Range(0, 6).Select(_ => site.Browse()).ToList();
        var forms = await Task.WhenAll(visitors.Select(visitor => visitor.FormAsync($"/set-up?token={token}", "/set-up")));

        var answers = await Task.WhenAll(visitors.Select((visitor, at) => visitor.PostAsync("/set-up", [.. forms[at], .. Person($"person{at}@revue.example")])));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Gone));
        Assert.Equal(1, await site.QueryAsync(db => db.Users.CountAsync()));
        foreach (var answer in answers) answer.Dispose();
        foreach (var visitor in visitors) visitor.Dispose();
    }

    [Theory]
    [InlineData("/set-up")]
    [InlineData("/set-up?token=")]
    [InlineData("/set-up?token=wrong")]
    public async Task AWrongLinkIsGone(string path)
    {
        await site.SetUpTokenAsync();
        using var visitor = site.Browse();

        Assert.Equal("This link is used up", (await visitor.PageAsync(path, HttpStatusCode.Gone)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task ANewStartReplacesTheLinkUntilThereIsAnAccount()
    {
        var old = await site.SetUpTokenAsync();
        var token = await site.SetUpTokenAsync();
        using var visitor = site.Browse();

        await visitor.PageAsync($"/set-up?token={old}", HttpStatusCode.Gone);
        using var made = await SetUpAsync(visitor, token, DeskSite.Mail);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Null(await site.SetUpTokenAsync());
    }

    [Theory]
    [InlineData("", "a@revue.example", "une phrase assez longue", "Give your name")]
    [InlineData("Claire", "no address", "une phrase assez longue", "not an e-mail address")]
    [InlineData("Claire", "a@revue.example", "short", "fifteen characters")]
    public async Task AnIncompleteFormKeepsTheLinkAndWhatWasWritten(string name, string mail, string password, string says)
    {
        var token = await site.SetUpTokenAsync();
        using var visitor = site.Browse();

        using var answer = await visitor.SubmitAsync($"/set-up?token={token}", "/set-up", ("name", name), ("mail", mail), ("password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browsing.PageOf(answer);
        Assert.Contains(says, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(mail, page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#password")!.GetAttribute("value"));
        await visitor.PageAsync($"/set-up?token={token}");
    }

    [Fact]
    public async Task AWrongPasswordAndAnUnknownAddressLookTheSame()
    {
        using var editor = await site.SignUpAsync();
        using var visitor = site.Browse();
        var seen = new List<string>();

        foreach (var (mail, password) in new[] { (DeskSite.Mail, "not the password"), ("nobody@revue.example", DeskSite.Password), (DeskSite.Mail, ""), ("", "") })
        {
            using var answer = await visitor.SubmitAsync("/sign-in", "/sign-in", ("mail", mail), ("password", password));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            seen.Add((await Browsing.PageOf(answer)).QuerySelector("[role=alert]")!.TextContent);
        }

        Assert.Equal(["That address or password is not right. After ten attempts, wait five minutes."], seen.Distinct());
        using var inside = await visitor.GetAsync("/desk");
        Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
    }

    [Theory]
    [InlineData("/sources", "/sources")]
    [InlineData("/desk?q=a%20b", "/desk?q=a%20b")]
    [InlineData("//evil.example", "/desk")]
    [InlineData("/\\evil.example", "/desk")]
    [InlineData("https://evil.example", "/desk")]
    [InlineData("https:evil.example", "/desk")]
    [InlineData("javascript:alert(1)", "/desk")]
    public async Task SigningInLeadsBackToAPageOfOurs(string next, string expected)
    {
        using var editor = await site.SignUpAsync();
        using var visitor = site.Browse();

        using var answer = await visitor.SubmitAsync($"/sign-in?next={Uri.EscapeDataString(next)}", "/sign-in", ("mail", $" {DeskSite.Mail.ToUpperInvariant()} "), ("password", DeskSite.Password));

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.ToString()));
        // Whoever writes the hidden field by hand gets no further.
        using var form = await visitor.SubmitAsync("/sign-in", "/sign-in", ("next", next), ("mail", DeskSite.Mail), ("password", DeskSite.Password));
        if (form.StatusCode == HttpStatusCode.Redirect) Assert.StartsWith("/", form.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningOutEndsIt()
    {
        using var editor = await site.SignUpAsync();

        using var left = await editor.SubmitAsync("/desk", "/sign-out");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (left.StatusCode, left.Headers.Location?.ToString()));
        using var inside = await editor.GetAsync("/desk");
        Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
    }

    [Fact]
    public async Task TheCookiesOfASessionAreOutOfReachOfScripts()
    {
        var token = await site.SetUpTokenAsync();
        using var visitor = site.Browse();

        using var made = await SetUpAsync(visitor, token, DeskSite.Mail);

        var cookie = Assert.Single(made.Headers.GetValues("Set-Cookie"), value => value.StartsWith("social-report=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AFormFromElsewhereIsRefused()
    {
        var token = await site.SetUpTokenAsync();
        using var stranger = site.Browse();

        using var setUp = await stranger.PostAsync("/set-up", ("token", token), ("name", "Eve"), ("mail", "eve@evil.example"), ("password", DeskSite.Password));
        Assert.Equal(HttpStatusCode.BadRequest, setUp.StatusCode);
        Assert.Equal("This request is not complete", (await Browsing.PageOf(setUp)).QuerySelector("h1")!.TextContent);
        Assert.Equal(0, await site.QueryAsync(db => db.Users.CountAsync()));

        using var editor = await site.SignUpAsync();
        using var signIn = await stranger.PostAsync("/sign-in", ("mail", DeskSite.Mail), ("password", DeskSite.Password));
        using var signOut = await editor.PostAsync("/sign-out", ("_", ""));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (signIn.StatusCode, signOut.StatusCode));
        await editor.PageAsync("/desk");
    }

    private static Task<HttpResponseMessage> SetUpAsync(Browsing visitor, string token, string mail) =>
        visitor.SubmitAsync($"/set-up?token={token}", "/set-up", Person(mail));

    private static (string Name, string Value)[] Person(string mail) => [("name", "Claire Martin"), ("mail", mail), ("password", DeskSite.Password)];
}
