using System.Globalization;

namespace Aggregator.Reading.Html;

/// <summary>A candidate of a <c>srcset</c>.</summary>
/// <param name="Address">As written.</param>
/// <param name="Width">In pixels; 0 when it says a density, or nothing.</param>
/// <param name="Density">In device pixels for a CSS pixel; 1 when it says nothing.</param>
internal readonly record struct SourceCandidate(string Address, int Width, double Density)
{
    public bool IsWiderThan(SourceCandidate other) => Width != other.Width ? Width > other.Width : Density > other.Density;
}

/// <summary>
/// Reads a <c>srcset</c> (HTML Standard, 4.8.4.2.2): candidates in any order, with or without blanks behind their commas; addresses may
/// hold commas.
/// </summary>
internal static class SourceSet
{
    private const int LongestText = 20_000, MostCandidates = 100;

    /// <summary>The candidates in the order of the text; none of what is not by the book.</summary>
    public static IEnumerable<SourceCandidate> Read(string? text)
    {
        if (text is null || text.Length > LongestText) yield break;
        var at = 0;
        for (var count = 0; count < MostCandidates; count++)
        {
            while (at < text.Length && (IsSpace(text[at]) || text[at] == ',')) at++;
            if (at == text.Length) yield break;
            var start = at;
            while (at < text.Length && !IsSpace(text[at])) at++;
            var address = text[start..at];
            if (address[^1] == ',')
            {
                yield return new(address.TrimEnd(','), 0, 1);
                continue;
            }

            start = at;
            while (at < text.Length && text[at] != ',') at++;
            yield return Described(address, text.AsSpan(start, at - start).Trim());
        }
    }

    private static SourceCandidate Described(string address, ReadOnlySpan<char> descriptor)
    {
        // "400w 300h": the width comes first where there are two.
        var end = descriptor.IndexOf(' ');
        if (end > 0) descriptor = descriptor[..end];
        if (descriptor is [.. var width, 'w'] && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture,
            out var pixels)) return new(address, pixels, 1);
        return descriptor is [.. var times, 'x'] && double.TryParse(times, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var density)
            ? new(address, 0, density) : new(address, 0, 1);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
