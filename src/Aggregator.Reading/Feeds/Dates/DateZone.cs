using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>
/// What a date says about its zone. An offset says most, then a name of the tz database, then an abbreviation, of which many mean several
/// zones.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct DateZone
{
    private int? offset;
    private int? abbreviated;

    /// <summary>Minutes east of UTC as written, or null: it is for <see cref="Named"/> to say, or nothing is said.</summary>
    public readonly int? Offset => offset ?? (Named is null ? abbreviated : null);

    /// <summary>The zone of that name, or null.</summary>
    public TimeZoneInfo? Named { get; private set; }

    /// <summary>Takes an offset, a name or an abbreviation.</summary>
    /// <returns>False when there is none here.</returns>
    public bool Take(ref DateScanner scanner)
    {
        if (IsSign(scanner.Next)) return TakeOffset(ref scanner);
        if (scanner.Next is '[' or '(') return TakeBracketed(ref scanner);
        if (scanner.ZoneName() is { IsEmpty: false } name) return TakeName(name);
        if (Zones.Find(scanner.Letters()) is not { } minutes) return false;
        abbreviated ??= minutes;
        return !IsSign(scanner.Next) || TakeOffset(ref scanner); // "GMT+02:00"
    }

    public static bool IsSign(char c) => c is '+' or '-' or '\u2212';

    private bool TakeOffset(ref DateScanner scanner)
    {
        var minutes = TimeOfDay.Offset(ref scanner);
        offset ??= minutes;
        return minutes is not null;
    }

    private bool TakeName(ReadOnlySpan<char> name)
    {
        // The scanner lets nothing through that could lead out of the folder in which systems keep their zones.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name.ToString(), out var found)) return false;
        Named ??= found;
        return true;
    }

    private bool TakeBracketed(ref DateScanner scanner)
    {
        var inner = new DateScanner(scanner.Next == '[' ? scanner.Bracketed('[', ']') : scanner.Bracketed('(', ')'));
        inner.SkipSpace();
        return Take(ref inner) && inner.AtEnd;
    }
}
