using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/push/TOKEN</c>: where hubs ask back (GET) and send what is new (POST). WebSub §5.3 and §7.</summary>
internal static class PushDoor
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/push/{token}", ConfirmAsync).ForEveryone();
        // Takes articles in, for a hub that knows the token and has signed: no person did it.
        app.MapPost("/push/{token}", TakeAsync).ForEveryone(isNoted: false, exemption: "a hub knows the token and has signed");
    }

    private static async Task<IResult> ConfirmAsync(
        string token, [FromQuery(Name = "hub.mode")] string? mode, [FromQuery(Name = "hub.topic")] string? topic, [FromQuery(Name = "hub.challenge")] string? challenge,
        [FromQuery(Name = "hub.lease_seconds")] string? lease, HubSubscriptions hubs, CancellationToken stop)
    {
        int? seconds = int.TryParse(lease, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : null;
        // Plain text: the challenge is a stranger's.
        return await hubs.ConfirmAsync(token, mode, topic, seconds, stop) ? Results.Text(challenge ?? "", "text/plain") : Results.NotFound();
    }

    private static async Task<IResult> TakeAsync(
        string token, HttpContext http, HubSubscriptions hubs, TakePush take, IOptions<FetchingSettings> settings, CancellationToken stop)
    {
        // 410 tells the hub to stop (§7).
        if (await hubs.FindAsync(token, stop) is not { } push) return Results.StatusCode(StatusCodes.Status410Gone);
        if (await ReadAsync(http.Request, settings.Value.MaxBytes, stop) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // A wrong signature is not told (§7.1): whoever guesses learns nothing.
        await take.RunAsync(push, http.Request.Headers["X-Hub-Signature"], body, http.Request.ContentType, stop);
        return Results.Accepted();
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken stop)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
