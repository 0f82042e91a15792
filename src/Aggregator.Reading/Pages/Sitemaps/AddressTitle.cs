using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Reading.Pages.Sitemaps;

/// <summary>Makes a title of an address where nothing else is known: "/2026/03/12/bus-de-nuit-supprime_8812.html" is "Bus de nuit supprime".</summary>
public static partial class AddressTitle
{
    /// <summary>The words of the last part of the path that has words, else the address without its scheme. The same for one address always.</summary>
    public static string Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return url;
        foreach (var part in address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var words = Numbers().Replace(Ending().Replace(Uri.UnescapeDataString(part), ""), " ").Split([' ', '-', '_', '+', '.'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 || words is [{ Length: > 6 }]) return Sentence(string.Join(' ', words));
        }

        return address.Host + address.AbsolutePath.TrimEnd('/');
    }

    private static string Sentence(string words) => string.Concat(words[..1].ToUpper(CultureInfo.InvariantCulture), words.AsSpan(1, Math.Min(words.Length, 200) - 1));

    [GeneratedRegex(@"\.(?:html?|php|aspx?|jsp|md)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    // Ids before or after the words.
    [GeneratedRegex(@"\A\d+[-_]|[-_](?:\d{4,}[-_]?)+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
