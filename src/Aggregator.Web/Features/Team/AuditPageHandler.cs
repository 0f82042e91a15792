using System.Globalization;
using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Team;

/// <summary><c>/audit</c>: who changed what and when, with a filter; <c>/audit.csv</c> gives the same to a spreadsheet.</summary>
internal static class AuditPageHandler
{
    private const int PageSize = 100, MostRows = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/audit", ShowAsync).For(Administrator);
        app.MapGet("/audit.csv", ExportAsync).For(Administrator);
    }

    private static async Task<IResult> ShowAsync([AsParameters] AuditFilter filter, int? before, AggregatorDb db, CancellationToken stop)
    {
        var entries = filter.Apply(db.AuditEntries.AsNoTracking());
        if (before is not null) entries = entries.Where(entry => entry.Id < before);
        var rows = await entries.OrderByDescending(entry => entry.Id).Take(PageSize + 1).ToListAsync(stop);
        return Page.Of<AuditPage>(("Filter", filter), ("Entries", rows.Take(PageSize).ToList()), ("HasMore", rows.Count > PageSize));
    }

    private static async Task<IResult> ExportAsync([AsParameters] AuditFilter filter, AggregatorDb db, CancellationToken stop)
    {
        var rows = await filter.Apply(db.AuditEntries.AsNoTracking()).OrderBy(entry => entry.Id).Take(MostRows).ToListAsync(stop);
        return Csv.File(
            "audit.csv", ["at", "who", "via", "action", "subject"],
            rows.Select(row => (IReadOnlyList<string>)[row.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), row.Who, row.Via, row.Action, row.Subject]));
    }
}

/// <summary>What of the audit log is asked for.</summary>
public sealed record AuditFilter
{
    /// <summary>Part of a name.</summary>
    public string? Who { get; init; }

    /// <summary>Part of an action or of an address.</summary>
    public string? What { get; init; }

    /// <summary>First day, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, UTC.</summary>
    public DateOnly? To { get; init; }

    internal IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        if (!string.IsNullOrWhiteSpace(Who)) entries = entries.Where(entry => entry.Who.Contains(Who.Trim()));
        if (!string.IsNullOrWhiteSpace(What)) entries = entries.Where(entry => entry.Action.Contains(What.Trim()) || entry.Subject.Contains(What.Trim()));
        if (From is { } first) entries = entries.Where(entry => entry.At >= new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero));
        if (To is { } last) entries = entries.Where(entry => entry.At < new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        return entries;
    }

    /// <summary>As a query string, for the next part and the export.</summary>
    public string Query => string.Join('&', new (string Name, string? Value)[] { ("who", Who), ("what", What), ("from", Day(From)), ("to", Day(To)) }
        .Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
