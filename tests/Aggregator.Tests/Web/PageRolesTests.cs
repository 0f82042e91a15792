using System.Net;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Commands.Inspect;
using Aggregator.Web.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Tests.Web;

/// <summary>Each page is open to its role and the ones above, and to nobody else.</summary>
public sealed class PageRolesTests(PageRolesFixture fixture) : IClassFixture<PageRolesFixture>
{
    public static IEnumerable<object[]> Pages => ProgramEndpoints.Pages.Where(rule => rule.Path is not ("/sign-out" or "/error")).Select(rule => new object[] { rule.Method, rule.Path });

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EachPageIsOpenToItsRoleAndTheOnesAboveOnly(string method, string path)
    {
        var rule = ProgramEndpoints.Pages.Single(r => r.Method == method && r.Path == path);

        var stranger = await AnswerAsync(fixture.Nobody, method, path);
        Assert.True(rule.Role is null ? !stranger.AsksToSignIn : stranger.AsksToSignIn, $"nobody: {stranger}");
        foreach (var role in Enum.GetValues<AccountRole>())
        {
            var answer = await AnswerAsync(fixture.Of(role), method, path);
            Assert.True(answer.IsForbidden == (rule.Role > role), $"{role}: {answer}");
            Assert.False(answer.AsksToSignIn || answer.Status >= HttpStatusCode.InternalServerError, $"{role}: {answer}");
        }
    }

    [Fact]
    public async Task WhoMayNotHearsItAsAPage()
    {
        var page = await fixture.Of(AccountRole.Contributor).PageAsync($"/issues/{Guid.Empty}/send", HttpStatusCode.Forbidden);

        Assert.Contains("Ask an administrator", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>An address where nothing is, and a form without its token: nothing is changed.</summary>
    private static async Task<PageAnswer> AnswerAsync(Browsing visitor, string method, string path)
    {
        var address = path.Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{id:int}", "999999", StringComparison.Ordinal)
            .Replace("{language:regex(^(fr|en)$)}", "en", StringComparison.Ordinal).Replace("{token}", "no-token", StringComparison.Ordinal)
            .Replace("{other:int}", "999998", StringComparison.Ordinal).Replace("{signature}/{address}", "none/none", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        Assert.DoesNotContain("{", address, StringComparison.Ordinal);
        using var response = await visitor.SendAsync(new(method), address);
        return new(response.StatusCode, response.Headers.Location?.ToString().Contains("/sign-in?next=", StringComparison.Ordinal) == true);
    }

    private sealed record PageAnswer(HttpStatusCode Status, bool AsksToSignIn)
    {
        public bool IsForbidden => Status == HttpStatusCode.Forbidden;
    }
}

/// <summary>The program and a visitor of each role.</summary>
public sealed class PageRolesFixture : IAsyncLifetime
{
    private readonly Dictionary<AccountRole, Browsing> visitors = [];

    internal DeskSite Site { get; private set; } = null!;

    internal Browsing Nobody { get; private set; } = null!;

    internal Browsing Of(AccountRole role) => visitors[role];

    public async Task InitializeAsync()
    {
        Site = await DeskSite.StartAsync();
        Nobody = Site.Browse();
        foreach (var role in Enum.GetValues<AccountRole>()) visitors.Add(role, await Site.SignInAsync(role));
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in visitors.Values) visitor.Dispose();
        Nobody.Dispose();
        await Site.DisposeAsync();
    }
}
