using Aggregator.Web.Features;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Tests.Bench;

/// <summary>The table of who may call what, as the program's endpoints declare it; nothing is started for it.</summary>
internal static class ProgramEndpoints
{
    private static readonly Lazy<IReadOnlyList<EndpointRule>> Read = new(() =>
    {
        var site = Site.Build(Settings.Load([]));
        return EndpointTable.Read((IEndpointRouteBuilder)site);
    });

    public static IEnumerable<PageRule> Pages => Read.Value.OfType<PageRule>();

    public static IEnumerable<ApiRule> Api => Read.Value.OfType<ApiRule>();
}
