using System.Net;
using System.Text;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>Nothing changes that was not sent from a page of ours: a session alone, which any page of the web can use, is not enough.</summary>
public sealed class FormTokenTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    /// <summary>Every endpoint that is no GET, as it is mapped: one that is added is tried by itself.</summary>
    private IEnumerable<(string Method, RouteEndpoint Endpoint)> Changing =>
        from endpoint in fixture.Site.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method is not ("GET" or "HEAD")
        select (method, endpoint);

    [Fact]
    public async Task EveryPageThatChangesSomethingRefusesWithoutTheToken()
    {
        var pages = Changing.Where(one => one.Endpoint.Metadata.GetMetadata<PageRule>() is not null).ToList();
        Assert.True(pages.Count > 50, $"{pages.Count} pages");
        var taken = new List<string>();
        foreach (var (method, endpoint) in pages)
            foreach (var fields in new (string Name, string Value)[][] { [], [("_", "")], [("__RequestVerificationToken", "made-up")] })
            {
                var status = await SendAsync(method, Filled(endpoint), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
                if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) taken.Add(endpoint.RoutePattern.RawText!);
            }

        // What comes from machines: the token in the address, or the hub's signature, is what they show.
        Assert.Equal(["/push/{token}", "/unsubscribe/{token}"], taken.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryCallThatChangesSomethingRefusesASessionWithoutTheToken()
    {
        var calls = Changing.Where(one => one.Endpoint.Metadata.GetMetadata<ApiRule>() is not null).ToList();
        Assert.True(calls.Count > 40, $"{calls.Count} calls");
        var taken = new List<string>();
        foreach (var (method, endpoint) in calls)
        {
            var type = endpoint.RoutePattern.RawText!.EndsWith("/opml", StringComparison.Ordinal) ? "text/x-opml" : "application/json";
            var status = await SendAsync(method, Filled(endpoint), new StringContent("{}", Encoding.UTF8, type));
            if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) taken.Add($"{method} {endpoint.RoutePattern.RawText}: {status}");
        }

        Assert.Empty(taken);
    }

    [Fact]
    public async Task AnArticleIsDeletedFromItsPageOnly()
    {
        await using var site = await DeskSite.StartAsync(fixture.Press.Url("/feed"));
        using var editor = await site.SignUpAsync();
        await Eventually.TrueAsync(() => site.QueryAsync(db => db.Articles.AnyAsync()), "an article");
        var id = await site.QueryAsync(db => db.Articles.Select(article => article.Id).FirstAsync());

        using var forged = await editor.PostAsync($"/articles/{id}/delete");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(await site.QueryAsync(db => db.Articles.AnyAsync(article => article.Id == id)));
        using var meant = await editor.SubmitAsync($"/articles/{id}/delete", $"/articles/{id}/delete");

        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
        Assert.False(await site.QueryAsync(db => db.Articles.AnyAsync(article => article.Id == id)));
    }

    [Fact]
    public async Task APasswordLinkIsMadeFromThePageOnly()
    {
        await using var site = await DeskSite.StartAsync();
        using var claire = await site.SignUpAsync();
        await site.AccountAsync(AccountRole.Editor, "Bob");

        using var forged = await claire.PostAsync("/people/2/link");
        using var meant = await claire.PostAsync("/people/2/link", await claire.FormAsync("/people", "/people/2"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (forged.StatusCode, meant.StatusCode));
        Assert.Contains("/choose-password", (await Browsing.PageOf(meant)).QuerySelector(".new-key")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> SendAsync(string method, string path, HttpContent body)
    {
        using var response = await fixture.Editor.SendAsync(new(method), path, body);
        return response.StatusCode;
    }

    /// <summary>An address where nothing is, should the token not be asked for.</summary>
    private static string Filled(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
        {
            "int" => "999999",
            "guid" => Guid.Empty.ToString(),
            _ => "no-such",
        },
        _ => throw new InvalidOperationException(part.GetType().Name),
    }))));
}
