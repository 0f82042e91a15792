using System.Net;
using System.Security.Cryptography;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>Passwords, second factors, links, keys, the team and the log of changes, as people use them.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private const string NewPassword = "quatre lanternes au bout du môle";
    private DeskSite site = null!;
    private Browsing claire = null!;

    public async Task InitializeAsync()
    {
        site = await DeskSite.StartAsync();
        claire = await site.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        claire.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task AChangedPasswordEndsTheOtherSessions()
    {
        using var elsewhere = site.Browse();
        using var entered = await EnterAsync(elsewhere, DeskSite.Password);

        using var wrong = await claire.SubmitAsync("/account", "/account/password", ("current", "autre chose"), ("password", NewPassword));
        using var common = await claire.SubmitAsync("/account", "/account/password", ("current", DeskSite.Password), ("password", "motdepassemotdepasse"));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/account")).StatusCode);
        using var changed = await claire.SubmitAsync("/account", "/account/password", ("current", DeskSite.Password), ("password", NewPassword));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (wrong.StatusCode, common.StatusCode, changed.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await claire.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(elsewhere, DeskSite.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(elsewhere, NewPassword)).StatusCode);
    }

    [Fact]
    public async Task ALinkChoosesAPasswordOnce()
    {
        using var added = await claire.SubmitAsync("/people", "/people", ("name", "Bob"), ("mail", "bob@revue.example"), ("role", "Contributor"));
        var link = LinkOf(await Browsing.PageOf(added));
        using var bob = site.Browse();

        using var weak = await bob.SubmitAsync(link, "/choose-password", ("password", "trop court"));
        using var chosen = await bob.SubmitAsync(link, "/choose-password", ("password", NewPassword));
        var late = await bob.PageAsync(link, HttpStatusCode.Gone);
        using var entered = await EnterAsync(bob, NewPassword, "bob@revue.example");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/sign-in?chosen=1"), (weak.StatusCode, chosen.Headers.Location?.ToString()));
        Assert.Equal("This link is used up", late.QuerySelector("h1")!.TextContent);
        Assert.Equal("/desk", entered.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await bob.GetAsync("/people")).StatusCode);
    }

    [Theory]
    [InlineData("/choose-password")]
    [InlineData("/choose-password?account=1&token=%21%21")]
    [InlineData("/choose-password?account=1&token=AAAA")]
    [InlineData("/choose-password?account=999&token=AAAA")]
    public async Task AWrongLinkIsGone(string path) => await claire.PageAsync(path, HttpStatusCode.Gone);

    [Fact]
    public async Task WhoForgotHearsTheSameWhateverTheAddress()
    {
        var answers = new List<string>();
        foreach (var mail in new[] { DeskSite.Mail, "personne@revue.example", "" })
        {
            using var visitor = site.Browse();
            using var asked = await visitor.SubmitAsync("/forgot", "/forgot", ("mail", mail));
            answers.Add((await Browsing.PageOf(asked)).QuerySelector("main")!.TextContent);
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ASecondFactorIsAskedForAndARecoveryCodeOpensOnce()
    {
        using var begun = await claire.SubmitAsync("/account", "/account/second-factor/begin");
        var secret = (await claire.PageAsync("/account")).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var wrong = await claire.SubmitAsync("/account", "/account/second-factor", ("code", "000000"));
        using var on = await claire.SubmitAsync("/account", "/account/second-factor", ("code", Totp.Now(secret)));
        var codes = (await Browsing.PageOf(on)).QuerySelector(".codes")!.TextContent.Split('\n');

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 10), (wrong.StatusCode, codes.Length));
        using var visitor = site.Browse();
        using var half = await EnterAsync(visitor, DeskSite.Password);
        Assert.StartsWith("/sign-in/code", half.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).StatusCode);
        using var refused = await visitor.SubmitAsync("/sign-in/code", "/sign-in/code", ("code", "123456"));
        using var opened = await visitor.SubmitAsync("/sign-in/code", "/sign-in/code", ("code", codes[0]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/desk"), (refused.StatusCode, opened.Headers.Location?.ToString()));

        using var again = site.Browse();
        using var halfAgain = await EnterAsync(again, DeskSite.Password);
        using var used = await again.SubmitAsync("/sign-in/code", "/sign-in/code", ("code", codes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, used.StatusCode);
    }

    [Fact]
    public async Task AKeyAllowsItsScopeUntilItsEnd()
    {
        using var reading = new Api.ApiCaller(site.Address, await KeyAsync("Read"));
        using var editing = new Api.ApiCaller(site.Address, await KeyAsync("Edit"));

        (await reading.GetAsync("/sources")).Is(200);
        (await reading.PostAsync("/publications", Api.ApiDesk.Publication())).IsProblem(403, "scope edit");
        (await editing.PostAsync("/publications", Api.ApiDesk.Publication())).IsProblem(403, "publisher");
        Assert.Equal(2, await site.QueryAsync(db => db.ApiKeys.CountAsync(key => key.UsedAt != null)));

        await site.QueryAsync(db => db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.ExpiresAt, DateTimeOffset.UnixEpoch)));
        (await reading.GetAsync("/sources")).IsProblem(401, "API key");
    }

    [Fact]
    public async Task AClosedAccountIsOutAtOnce()
    {
        using var bob = await site.SignInAsync(AccountRole.Editor);
        var id = await site.QueryAsync(db => db.Users.Where(user => user.Role == AccountRole.Editor).Select(user => user.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/desk")).StatusCode);

        using var closed = await claire.SubmitAsync("/people", $"/people/{id}", ("role", "Editor"), ("closed", "1"));
        using var own = await claire.SubmitAsync("/people", "/people/1", ("role", "Contributor"));

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await bob.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task EveryChangeIsNotedAndAFormulaIsDefused()
    {
        using var named = await claire.SubmitAsync("/people", "/people", ("name", "=HYPERLINK(1)"), ("mail", "f@revue.example"), ("role", "Administrator"));
        using var formula = site.Browse();
        using var chosen = await formula.SubmitAsync(LinkOf(await Browsing.PageOf(named)), "/choose-password", ("password", NewPassword));
        using var entered = await EnterAsync(formula, NewPassword, "f@revue.example");
        using var looked = await formula.GetAsync("/desk");

        var page = await claire.PageAsync("/audit?what=/people");
        Assert.Contains("POST /people", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-in", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var csv = await claire.GetAsync("/audit.csv");
        var lines = (await csv.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("at,who,via,action,subject", lines[0]);
        Assert.Contains(lines, line => line.Contains(",browser,POST /sign-in,/sign-in", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=HYPER", StringComparison.Ordinal) || line.Contains("\"=HYPER", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatTheApiChangesIsNotedOnce()
    {
        using var caller = new Api.ApiCaller(site.Address, await KeyAsync("Administer"));
        (await caller.PostAsync("/publications", Api.ApiDesk.Publication(), key: "once")).Is(201);
        (await caller.PostAsync("/publications", Api.ApiDesk.Publication(), key: "once")).Is(201);
        (await caller.PostAsync("/publications", new { title = "" })).Is(422);

        var noted = Assert.Single(await site.QueryAsync(db => db.AuditEntries.Where(entry => entry.Action == "POST /publications").ToListAsync()));
        Assert.Equal(("key", "Claire Martin"), (noted.Via, noted.Who));
    }

    private async Task<string> KeyAsync(string scope)
    {
        using var made = await claire.SubmitAsync("/account", "/account/keys", ("name", $"essai {scope}"), ("scope", scope), ("days", "30"));
        return (await Browsing.PageOf(made)).QuerySelector(".new-key")!.TextContent;
    }

    private static string LinkOf(AngleSharp.Dom.IDocument page) => new Uri(page.QuerySelector(".new-key")!.TextContent).PathAndQuery;

    private static Task<HttpResponseMessage> EnterAsync(Browsing visitor, string password, string mail = DeskSite.Mail) =>
        visitor.SubmitAsync("/sign-in", "/sign-in", ("mail", mail), ("password", password));
}

/// <summary>The six digits of a telephone's code application (RFC 6238).</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Now(string secret)
    {
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // The standard's own hash.
        var hash = HMACSHA1.HashData(Bytes(secret), step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = ((hash[at] & 0x7F) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3]) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
