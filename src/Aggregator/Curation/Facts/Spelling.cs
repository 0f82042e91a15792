namespace Aggregator.Curation.Facts;

/// <summary>How far apart two spellings are. Pure.</summary>
internal static class Spelling
{
    /// <summary>
    /// Letters put in, left out, changed or swapped with their neighbour (optimal string alignment: F. J. Damerau, "A technique for
    /// computer detection and correction of spelling errors", 1964).
    /// </summary>
    /// <param name="limit">Past this the distance is of no interest: it is returned instead.</param>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit) return limit;
        var (two, one, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) one[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(one[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], two[j - 2] + 1);
            }

            (two, one, row) = (one, row, two);
        }

        return Math.Min(one[b.Length], limit);
    }
}
