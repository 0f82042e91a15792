using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>
/// Reads the instant that stands behind words such as "3 hours ago": in <c>datetime</c>, in a <c>title</c> that is a date and nothing
/// else, in attributes of data about time, as Unix time too.
/// </summary>
internal static partial class AttributeDate
{
    private const int LongestWords = 40, LongestValue = 60;

    /// <summary>Letters that a title may have beside its date: "at", "à", "UTC".</summary>
    private const int MostLetters = 16;

    /// <summary>The date as written there, or null.</summary>
    public static DateTimeOffset? Of(IElement element)
    {
        if (element.Attributes.Length == 0 || element.TextContent.Length > LongestWords) return null;
        foreach (var attribute in element.Attributes)
        {
            var value = attribute.Value.Trim();
            if (value.Length is < 8 or > LongestValue) continue;
            var isData = attribute.Name.StartsWith("data-", StringComparison.Ordinal) && Words(attribute.Name);
            if (attribute.Name is "datetime" or "title" || isData)
            {
                var found = (isData ? FromUnix(value) : null) ?? Whole(value);
                if (found is not null) return found;
            }
        }

        return null;
    }

    private static bool Words(string name) => name.Contains("date", StringComparison.Ordinal)
        || name.Contains("time", StringComparison.Ordinal) || name.Contains("publi", StringComparison.Ordinal);

    private static DateTimeOffset? Whole(string value)
    {
        if (!char.IsAsciiDigit(value[0]) && value.Count(char.IsLetter) > MostLetters) return null;
        // "2024-10-01T11:10:00 172770": behind the instant stands the same in seconds.
        return PageDate.Parse(Trailing().Replace(value, ""));
    }

    private static DateTimeOffset? FromUnix(string value)
    {
        if (value.Length is not (10 or 13) || !value.All(char.IsAsciiDigit)) return null;
        var number = long.Parse(value, CultureInfo.InvariantCulture);
        var time = DateTimeOffset.FromUnixTimeMilliseconds(value.Length == 10 ? number * 1_000 : number);
        return time.Year is >= 1990 and <= 2100 ? time : null;
    }

    [GeneratedRegex(@"(?<=:\d\d)\s\d{5,}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trailing();
}
