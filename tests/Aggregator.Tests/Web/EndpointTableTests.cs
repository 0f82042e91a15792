using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Tests.Web;

/// <summary>The program does not start with an endpoint that says nobody it is for, or that takes a change which another site may have sent.</summary>
public sealed class EndpointTableTests
{
    [Fact]
    public void WithoutARoleItDoesNotStart() =>
        Assert.Contains("declares nobody it is for", Refusal(routes => routes.Pages.MapGet("/nothing", () => "")), StringComparison.Ordinal);

    [Fact]
    public void AChangeOutsideTheGroupsStatesItsExemption()
    {
        Assert.Contains("asks for no anti-forgery token", Refusal((_, app) => app.MapPost("/nothing", () => "").ForEveryone()), StringComparison.Ordinal);
        Assert.Contains("asks for no anti-forgery token", Refusal(routes => routes.Pages.MapPost("/nothing", () => "").ForEveryone(exemption: " ")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDeclaresItselfStandsInTheTable()
    {
        using var app = Mapped((routes, _) =>
        {
            routes.Pages.MapPost("/one", () => "").For(AccountRole.Editor, isNoted: false);
            routes.Pages.MapPost("/two", () => "").ForEveryone(exemption: "a machine has signed");
            routes.Api.MapPut("/three", () => "").For(AccountRole.Publisher, "Three.", Answer.NoContent, needsMatch: true);
        });

        Assert.Equal(
            [
                new PageRule("GET", "/openapi/{documentName}.json", null), new PageRule("POST", "/one", AccountRole.Editor, IsNoted: false),
                new PageRule("POST", "/two", null, Exemption: "a machine has signed"),
                new ApiRule("PUT", "/three", AccountRole.Publisher, "Three.", Answer.NoContent, NeedsMatch: true, IsNoted: true),
            ],
            EndpointTable.Read(app.App).ToHashSet());
    }

    /// <summary>Two doors that take no token: a hub's push, and a mail program's one click.</summary>
    [Fact]
    public void FewAreExempt() => Assert.Equal(
        ["* /error", "POST /push/{token}", "POST /unsubscribe/{token}"], ProgramEndpoints.Pages.Where(rule => rule.Exemption is not null).Select(rule => rule.Name).Order(StringComparer.Ordinal));

    private static string Refusal(Action<SiteRoutes> map) => Refusal((routes, _) => map(routes));

    private static string Refusal(Action<SiteRoutes, IEndpointRouteBuilder> map)
    {
        using var app = Mapped(map);
        return Assert.Throws<InvalidOperationException>(() => EndpointTable.Read(app.App)).Message;
    }

    private static MappedApp Mapped(Action<SiteRoutes, IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddApi();
        var app = new MappedApp(builder.Build());
        map(SiteRoutes.Of(app.App), app.App);
        return app;
    }

    private sealed record MappedApp(WebApplication App) : IDisposable
    {
        public void Dispose() => ((IDisposable)App).Dispose();
    }
}
