using System.Text;

namespace Aggregator.Reading.Html;

/// <summary>Decides which addresses may stay in sanitised HTML. What comes out goes in again unchanged.</summary>
internal static class WebReference
{
    /// <summary>Longer addresses are dropped: they carry data, not places.</summary>
    public const int MaximumLength = 4_000;

    /// <summary>An absolute http, https or mailto address, or null.</summary>
    public static string? Link(string? raw, Uri? address)
    {
        var text = Clean(raw);
        if (text.Length == 0 || text[0] == '#') return null;
        return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? "mailto:" + text[7..] : Web(text, address);
    }

    /// <summary>An absolute http or https address, or null.</summary>
    public static string? Image(string? raw, Uri? address)
    {
        var text = Clean(raw);
        return text.Length == 0 ? null : Web(text, address);
    }

    private static string? Web(string text, Uri? address)
    {
        var found = BaseAddress.Resolve(address, text);
        if (found is null) return null;
        var kept = IsPlain(text) ? text : found.AbsoluteUri;
        return IsPlain(kept) && kept.Length <= MaximumLength && BaseAddress.Resolve(null, kept) is not null ? kept : null;
    }

    // An address that is absolute already stays as its publisher wrote it, so that it can be compared and opened.
    private static bool IsPlain(string text) =>
        text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);

    // Browsers drop tabs and line breaks anywhere and controls at both ends (URL Standard, 4.4): so must we, before looking at the scheme.
    private static string Clean(string? raw)
    {
        if (raw is null || raw.Length > MaximumLength) return "";
        var text = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (c is '\t' or '\n' or '\r') continue;
            if (char.IsSurrogate(c) || char.IsControl(c)) text.Append(c < ' ' || char.IsSurrogate(c) ? c : ' ');
            else text.Append(c);
        }

        return WellFormedText.Of(text.ToString()).Trim(Edges);
    }

    private static readonly char[] Edges = [.. Enumerable.Range(0, 33).Select(code => (char)code), '\u00A0', '\u2028', '\u2029', '\uFEFF'];
}
