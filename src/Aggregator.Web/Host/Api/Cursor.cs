using System.Globalization;

namespace Aggregator.Web.Host.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Next">What to send as <c>after</c> for the next part; absent on the last.</param>
internal sealed record Part<T>(IReadOnlyList<T> Items, string? Next = null);

internal static class Cursor
{
    /// <summary>How many items a part has: 50 unless asked, 200 at the most.</summary>
    public static int Size(int? limit) => Math.Clamp(limit ?? 50, 1, 200);

    /// <summary>One more row than asked for was read: whether it is there says whether there is more.</summary>
    public static Part<T> Take<T>(IReadOnlyList<T> rows, int size, Func<T, int> id) =>
        rows.Count <= size ? new(rows) : new([.. rows.Take(size)], id(rows[size - 1]).ToString(CultureInfo.InvariantCulture));
}
