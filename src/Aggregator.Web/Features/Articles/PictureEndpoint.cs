using Aggregator.Fetching.Pictures;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/image/{signature}/{address}</c>: a publisher's picture, fetched, checked and kept by us.</summary>
internal static class PictureEndpoint
{
    /// <summary>Nothing may run or be loaded should a browser ever take the bytes for a document.</summary>
    private const string Policy = "default-src 'none'; sandbox";

    // Signed by us: whoever has the address was shown it.
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/image/{signature}/{address}", async Task<IResult> (
        string signature, string address, PictureLinks links, PictureProxy pictures, HttpContext http, CancellationToken stop) =>
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        if (links.Check(signature, address) is not { } known) return Missing("This address was not made by this server.\n");
        if (await pictures.GetAsync(known, stop) is not { } picture) return Missing("There is no picture that can be shown at this address.\n");
        http.Response.Headers.CacheControl = "private, max-age=604800, immutable";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return TypedResults.Bytes(picture.Bytes, picture.Type);
    }).ForEveryone();

    // With a body of its own: a page of HTML is no answer to an img.
    private static ContentHttpResult Missing(string why) => TypedResults.Text(why, statusCode: StatusCodes.Status404NotFound);
}
