using System.Globalization;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources/{id}/settings</c>: what an administrator knows of a source, how long its articles are kept, and its rights card.</summary>
internal static class SourceSettingsPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/sources/{id:int}/settings");
        settings.MapGet("", ShowAsync).For(Administrator);
        settings.MapPost("", SaveAsync).For(Administrator);
    }

    private static async Task<IResult> ShowAsync(int id, bool? saved, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (!SourcePageHandler.MaySetUp(http.User)) return Results.Forbid();
        if (await db.Sources.AsNoTracking().FirstOrDefaultAsync(source => source.Id == id, stop) is not { } source) return Results.NotFound();
        var card = await db.RightsCards.AsNoTracking().FirstOrDefaultAsync(row => row.SourceId == id, stop);
        return Page.Of<SourceSettingsPage>(("View", new SourceSettingsView(source, SourceSettingsForm.Of(source, card)) { Saved = saved == true }));
    }

    private static async Task<IResult> SaveAsync(int id, IFormCollection fields, AggregatorDb db, HttpContext http, TimeProvider clock, CancellationToken stop)
    {
        if (!SourcePageHandler.MaySetUp(http.User)) return Results.Forbid();
        var source = await db.Sources.Include(found => found.Poll).FirstOrDefaultAsync(found => found.Id == id, stop);
        if (source is null) return Results.NotFound();
        var form = SourceSettingsForm.Of(fields);
        var (settings, rights, fault) = form.Read(source);
        if (fault is not null) return Page.Of<SourceSettingsPage>(StatusCodes.Status422UnprocessableEntity, ("View", new SourceSettingsView(source, form) { Fault = fault }));
        settings.Apply(source, clock.GetUtcNow());
        var card = await db.RightsCards.FirstOrDefaultAsync(row => row.SourceId == id, stop);
        if (card is null) db.Add(card = new() { SourceId = id });
        rights.Apply(card);
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect($"/sources/{id}/settings?saved=true");
    }
}

/// <summary>The fields as they were typed.</summary>
public sealed record SourceSettingsForm(
    string? Name, string? Language, string? Topics, string? Kind, string? Weight, string? Minutes, string? KeepDays, string? KeepArticles,
    string? Licence, string? LongestQuote, string? LargestShare, string? Images, string? RetentionDays, string? ReservesMining)
{
    public static SourceSettingsForm Of(Source source, RightsCard? card) => new(
        source.Name, source.Language, string.Join(", ", source.Topics), source.Kind.ToString(), Text(source.Weight), Text(source.Interval?.TotalMinutes), Text(source.KeepDays), Text(source.KeepArticles),
        card?.Licence, Text(card?.LongestQuote), Text(card?.LargestShare * 100), card?.Images, Text(card?.RetentionDays), card?.ReservesMining == true ? "on" : null);

    public static SourceSettingsForm Of(IFormCollection fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(
            fields["name"], fields["language"], fields["topics"], fields["kind"], fields["weight"], fields["minutes"], fields["keepDays"], fields["keepArticles"],
            fields["licence"], fields["longestQuote"], fields["largestShare"], fields["images"], fields["retentionDays"], fields["reservesMining"]);
    }

    /// <summary>What they mean, or the first that means nothing.</summary>
    internal (SourceRequest Settings, RightsRequest Rights, FieldFault? Fault) Read(Source source)
    {
        FieldFault? fault = null;
        var settings = new SourceRequest(
            source.Url, Name, Given(Language), [.. (Topics ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Enum.TryParse<SourceKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : source.Kind, Number("weight", Weight), Number("interval", Minutes) is { } minutes ? TimeSpan.FromMinutes(Math.Clamp(minutes, 0, 1e6)) : null,
            source.RetiredAt is not null, Whole("keepDays", KeepDays), Whole("keepArticles", KeepArticles));
        var rights = new RightsRequest(
            Licence, Whole("longestQuote", LongestQuote), Number("largestShare", LargestShare) / 100, Images, Whole("retentionDays", RetentionDays), ReservesMining == "on");
        return (settings, rights, fault ?? settings.Fault() ?? rights.Fault());

        double? Number(string field, string? text)
        {
            if (Given(text) is not { } given) return null;
            if (double.TryParse(given.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
            fault ??= new(field, "Donnez un nombre, ou laissez vide.", "Give a number, or leave it empty.");
            return null;
        }

        int? Whole(string field, string? text)
        {
            if (Given(text) is not { } given) return null;
            if (int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
            fault ??= new(field, "Donnez un nombre entier, ou laissez vide.", "Give a whole number, or leave it empty.");
            return null;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Text(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>What the page of a source's settings shows.</summary>
public sealed record SourceSettingsView(Source Source, SourceSettingsForm Form)
{
    /// <summary>The field that could not be taken.</summary>
    public FieldFault? Fault { get; init; }

    /// <summary>Whether the settings have just been saved.</summary>
    public bool Saved { get; init; }
}
