using System.Data.Common;

namespace Aggregator.Storage;

/// <summary>Values of a plain row that may be missing.</summary>
public static class RowReading
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>A moment, which is stored as its UTC ticks.</summary>
    public static DateTimeOffset? Moment(this DbDataReader row, int column) => row.IsDBNull(column) ? null : new(row.GetInt64(column), TimeSpan.Zero);
}
