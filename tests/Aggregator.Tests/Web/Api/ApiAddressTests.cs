using System.Net;
using System.Text;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>Routing takes an address in any case and with escapes; whatever it takes is under the rules of the API.</summary>
public sealed class ApiAddressTests
{
    /// <summary>Ways to write <c>/api/v1</c> that lead to the same endpoints.</summary>
    private static readonly string[] Roots = ["/api/v1", "/API/v1", "/Api/V1", "/%61pi/v1", "/ap%49/%561", "/x/../API/v1", "/./api/v1"];

    [Fact]
    public async Task EveryWayToWriteItIsCounted()
    {
        await using var site = await DeskSite.StartAsync(perMinute: 3, []);
        foreach (var root in Roots)
        {
            using var client = Client(site, await KeyAsync(site));

            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(client, HttpMethod.Get, $"{root}/sources")));

            Assert.Contains(answers, answer => answer.Status == 429);
            Assert.All(answers, answer => Assert.Equal("\"account\";q=3;w=60", answer.Policy));
        }
    }

    [Fact]
    public async Task EveryWayToWriteItIsHeldToTheSameRules()
    {
        await using var site = await DeskSite.StartAsync();
        using var stranger = Client(site, key: null);
        using var reading = Client(site, await KeyAsync(site, KeyScope.Read));
        using var caller = Client(site, await KeyAsync(site));
        const string Problem = "application/problem+json";
        foreach (var root in Roots)
        {
            // A key is asked for and its scope holds; what cannot be read, or is not there, is told as everywhere.
            Assert.Equal((root, 401, Problem), await ShortAsync(stranger, HttpMethod.Get, root, "/sources"));
            Assert.Equal((root, 401, Problem), await ShortAsync(stranger, HttpMethod.Get, root, "/nothing"));
            Assert.Equal((root, 403, Problem), await ShortAsync(reading, HttpMethod.Post, root, "/searches", """{"query": "radio"}"""));
            Assert.Equal((root, 400, Problem), await ShortAsync(caller, HttpMethod.Post, root, "/searches", "{"));
            Assert.Equal((root, 404, Problem), await ShortAsync(caller, HttpMethod.Get, root, "/nothing"));
            Assert.Equal((root, 405, Problem), await ShortAsync(caller, HttpMethod.Patch, root, "/searches"));
            // Without a body, as :submit is called.
            Assert.Equal((root, 404, Problem), await ShortAsync(caller, HttpMethod.Post, root, "/sources/999999:refresh"));
        }
    }

    [Fact]
    public async Task TheSameRequestIsDoneOnceHoweverItIsWritten()
    {
        await using var site = await DeskSite.StartAsync();
        foreach (var root in Roots)
        {
            using var caller = Client(site, await KeyAsync(site));
            var before = await site.QueryAsync(db => db.SavedSearches.CountAsync());

            var first = await SendAsync(caller, HttpMethod.Post, $"{root}/searches", """{"query": "radio"}""", "once");
            var again = await SendAsync(caller, HttpMethod.Post, "/api/v1/searches", """{"query": "radio"}""", "once");
            var other = await SendAsync(caller, HttpMethod.Post, "/api/v1/searches", """{"query": "presse"}""", "once");

            Assert.Equal((201, 201, 422), (first.Status, again.Status, other.Status));
            Assert.Equal(first.Text, again.Text);
            Assert.Equal(before + 1, await site.QueryAsync(db => db.SavedSearches.CountAsync()));
            Assert.Equal(before + 1, await site.QueryAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "POST /searches")));
        }
    }

    [Fact]
    public async Task AKeyOfOnePlaceIsNotTheKeyOfAnother()
    {
        await using var site = await DeskSite.StartAsync();
        using var caller = Client(site, await KeyAsync(site));
        foreach (var name in new[] { "ana", "bob" })
            Assert.Equal(201, (await SendAsync(caller, HttpMethod.Post, "/api/v1/users", $$"""{"name": "{{name}}", "mail": "{{name}}@revue.example", "role": "editor"}""")).Status);

        var one = await SendAsync(caller, HttpMethod.Post, "/api/v1/users/2:link", body: null, "once");
        var other = await SendAsync(caller, HttpMethod.Post, "/api/v1/users/3:link", body: null, "once");

        Assert.Equal((200, 422), (one.Status, other.Status));
    }

    private static HttpClient Client(DeskSite site, string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }, disposeHandler: true);
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        client.BaseAddress = site.Address;
        return client;
    }

    private static async Task<string> KeyAsync(DeskSite site, KeyScope scope = KeyScope.Administer)
    {
        using var caller = await ApiCaller.MakeAsync(site, AccountRole.Administrator);
        await site.QueryAsync(db => db.ApiKeys.Where(key => key.Hash == ApiKeyHandler.HashOf(caller.Key!)).ExecuteUpdateAsync(set => set.SetProperty(key => key.Scope, scope)));
        return caller.Key!;
    }

    private static async Task<(string Root, int Status, string? Type)> ShortAsync(HttpClient client, HttpMethod method, string root, string path, string? body = null)
    {
        var answer = await SendAsync(client, method, root + path, body);
        return (root, answer.Status, answer.Type);
    }

    /// <summary>As it is written: the usual address type would take the dots and escapes away before they are sent.</summary>
    private static async Task<(int Status, string? Type, string? Policy, string Text)> SendAsync(HttpClient client, HttpMethod method, string path, string? body = null, string? once = null)
    {
        var address = new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (once is not null) request.Headers.Add("Idempotency-Key", once);
        using var response = await client.SendAsync(request);
        var policy = response.Headers.TryGetValues("RateLimit-Policy", out var values) ? string.Join(',', values) : null;
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, policy, await response.Content.ReadAsStringAsync());
    }
}
