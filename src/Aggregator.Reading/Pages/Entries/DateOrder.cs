using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>
/// Tells for a page as a whole whether 03/04/2025 is the third of April: one date of the column that can only be read in one way decides
/// for all; else the way in
/// which the entries stand in order; else the language.
/// </summary>
internal static partial class DateOrder
{
    private const int LongestLine = 120, FewestInOrder = 3;

    /// <param name="regions">The entries in the order of the page.</param>
    /// <param name="language">The language the page declares; English and an unknown one put the month first.</param>
    public static bool IsDayFirst(IReadOnlyList<Region> regions, string? language)
    {
        var usual = language is not (null or "en");
        var dates = regions.Select(Written).OfType<(int One, int Two, int Year)>().ToList();
        var day = dates.Exists(date => date is { One: > 12, Two: <= 12 });
        var month = dates.Exists(date => date is { Two: > 12, One: <= 12 });
        if (day != month) return day;
        if (day || dates.Count < FewestInOrder) return usual;
        var (dayFirst, monthFirst) = (IsInOrder(dates.Select(date => (date.Year, date.Two, date.One))),
            IsInOrder(dates.Select(date => (date.Year, date.One, date.Two))));
        return dayFirst == monthFirst ? usual : dayFirst;
    }

    private static bool IsInOrder(IEnumerable<(int, int, int)> dates)
    {
        var list = dates.ToList();
        var pairs = list.Zip(list.Skip(1)).ToList();
        return pairs.TrueForAll(pair => pair.First.CompareTo(pair.Second) >= 0)
            || pairs.TrueForAll(pair => pair.First.CompareTo(pair.Second) <= 0);
    }

    private static (int One, int Two, int Year)? Written(Region region)
    {
        foreach (var box in region.All())
        {
            if (box.Chars is < 6 or > LongestLine || box.HoldsBlock || box == region.Title.Box) continue;
            if (Numeric().Match(Line.Of(PlainText.Of(box))) is { Success: true } match) return (Number(match, "one"), Number(match, "two"),
                Number(match, "year"));
        }

        return null;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])(?<one>\d{1,2})[/-](?<two>\d{1,2})[/-](?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric();
}
