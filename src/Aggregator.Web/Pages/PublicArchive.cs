using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Pages;

/// <summary><c>/</c>: the public archive of issues.</summary>
internal static class PublicArchive
{
    public static void MapArchive(this IEndpointRouteBuilder app) => app.MapGet("/", () => new RazorComponentResult<ArchivePage>());
}
