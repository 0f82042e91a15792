using Aggregator.Reading.Searching;
using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Numbers of the articles that a search should look among: they are given in the order of arrival.</summary>
/// <param name="First">No answer comes before it: nothing is dated later than it arrived.</param>
/// <param name="Last">Few answers come after it: most articles arrive in the week they are dated.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct SearchSpan(int First, int Last)
{
    /// <summary>Visits are stored a little later than they were made, and not in their order.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromHours(1);

    private static readonly TimeSpan Lateness = TimeSpan.FromDays(7);

    public static async Task<SearchSpan> OfAsync(SqlSession session, SearchMatch match, CancellationToken stop)
    {
        var first = match.From is { } from
            ? await OneAsync(session, "WHERE arrived_at >= @at ORDER BY arrived_at, id", Ticks(from) - Disorder.Ticks, stop) ?? int.MaxValue - 1 : 0;
        var last = match.Until is { } until
            ? await OneAsync(session, "WHERE arrived_at < @at ORDER BY arrived_at DESC, id DESC", Ticks(until) + Lateness.Ticks, stop)
            : await OneAsync(session, "WHERE id >= @at ORDER BY id DESC", 0, stop);
        return new(first, last ?? 0);
    }

    private static async Task<int?> OneAsync(SqlSession session, string where, long at, CancellationToken stop) =>
        (await session.QueryAsync($"SELECT id FROM article {where} LIMIT 1", [("at", at)], row => (int?)row.GetInt32(0), stop)).FirstOrDefault();

    private static long Ticks(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;
}
