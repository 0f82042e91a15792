using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregator.Sending.Mime;

/// <summary>The domain of an address as the public DNS knows it.</summary>
internal static class MailDomain
{
    private static readonly SearchValues<char> Lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Lower case, U-labels as A-labels (RFC 5891); null when no mail domain can be called so.</summary>
    public static string? ToAscii(ReadOnlySpan<char> typed)
    {
        var domain = typed.ToString().ToLowerInvariant();
        if (!Ascii.IsValid(domain)) domain = Encoded(domain);
        return domain is not null && IsPublicName(domain) ? domain : null;
    }

    private static string? Encoded(string domain)
    {
        if (HasOddCharacters(domain)) return null;
        try
        {
            return Idn.GetAscii(domain.Normalize(NormalizationForm.FormC)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Characters that the mapping to ASCII would drop or bend in silence: invisible ones, and letters that are still upper case,
    /// because they have no one lower case (U+0130).
    /// </summary>
    private static bool HasOddCharacters(string domain)
    {
        foreach (var rune in domain.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return true;
        return false;
    }

    /// <summary>Two or more labels of letters, digits and inner hyphens, at most 63 each (RFC 1123 §2.1), the last one no number.</summary>
    private static bool IsPublicName(ReadOnlySpan<char> domain)
    {
        if (domain.Length > 253 || domain.ContainsAnyExcept(Lower)) return false;
        foreach (var range in domain.Split('.'))
            if (domain[range] is not { Length: > 0 and <= 63 } label || label[0] == '-' || label[^1] == '-') return false;
        var top = domain[(domain.LastIndexOf('.') + 1)..];
        return top.Length < domain.Length && top.Length >= 2 && (!top.ContainsAnyExcept(Letters) || top.StartsWith("xn--", StringComparison.Ordinal));
    }
}
