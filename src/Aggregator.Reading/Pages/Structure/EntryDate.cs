using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>Finds the date that a page shows for an entry: in the entry, or as a heading over the entries of a day.</summary>
internal static partial class EntryDate
{
    /// <summary>Siblings looked at for the heading of a day, on each level.</summary>
    private const int LookBack = 60;

    /// <summary>The date and how exact it is, or null.</summary>
    /// <param name="region">The entry.</param>
    /// <param name="dayFirst">Whether 03/04/2025 is the third of April.</param>
    public static (DateTimeOffset Day, DatePrecision Precision)? Of(Region region, bool dayFirst)
    {
        foreach (var box in region.All())
            if (Stated(box.Element) is { } stated && !IsChange(box.Element) && Exact(stated) is { } found) return found;
        foreach (var box in region.All())
            if (box.Chars is > 0 and < 40 && !IsChange(box.Element)
                && AttributeDate.Of(box.Element) is { } behind) return (behind, behind.TimeOfDay == TimeSpan.Zero ? DatePrecision.Day
                : DatePrecision.Time);
        if (region.Top.Element.QuerySelector("meta[itemprop=datePublished][content]") is { } meta && Exact(meta.GetAttribute("content")!) is { } hidden) return hidden;
        foreach (var box in region.All())
            if (MayBeDate(box, region) && Written(Line.Of(PlainText.Of(box)), dayFirst) is { } found) return (found, DatePrecision.Day);
        return Above(region, dayFirst) is { } day ? (day, DatePrecision.Day) : null;
    }

    /// <summary>Whether a short block says when, and hardly anything else.</summary>
    public static bool IsDateLine(PageBox box, bool dayFirst) =>
        box.Chars is > 5 and < 60 && Line.Of(PlainText.Of(box)) is var text && text.Count(char.IsLetter) < 30 && Written(text, dayFirst) is not null;

    /// <summary>Whether a line says when, and nothing else.</summary>
    public static bool IsDate(string text, bool dayFirst) => text.Length is > 7 and < 40 && text.Count(char.IsLetter) < 24 && Written(text, dayFirst) is not null;

    private static string? Stated(IElement element) =>
        element.LocalName == "time" ? element.GetAttribute("datetime") ?? element.TextContent
        : element.GetAttribute("itemprop") is "datePublished" or "dateCreated" ? element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent
        : element.ClassList.Contains("dt-published") || element.ClassList.Contains("published") ? element.GetAttribute("title") ?? element.GetAttribute("datetime") ?? element.TextContent : null;

    private static bool IsChange(IElement element) =>
        element.GetAttribute("itemprop") == "dateModified" || element.ClassList.Contains("updated") && !element.ClassList.Contains("published") || element.ClassList.Contains("modified") || element.ClassList.Contains("dt-updated");

    private static (DateTimeOffset, DatePrecision)? Exact(string text) =>
        PageDate.Parse(text.Trim()) is { } found ? (found, text.Contains(':', StringComparison.Ordinal) && text.Any(c => c is 'T' or ' ') && found.TimeOfDay != TimeSpan.Zero ? DatePrecision.Time : DatePrecision.Day) : null;

    private static bool MayBeDate(PageBox box, Region region) =>
        box.Chars is > 5 and < 120 && box != region.Title.Box && !IsChange(box.Element) && (box.Has(Signals.Date | Signals.Byline) || (box.Chars < 45 && box.Tag is "p" or "div" or "span" or "small" or "td" or "em" or "i" or "li" or "dd" or "a" or "abbr" or "b" or "font" or "h6" or "h5"));

    private static DateTimeOffset? Written(string text, bool dayFirst)
    {
        if (PageDate.Find(text) is { } found) return found;
        if (Numeric().Match(text) is not { Success: true } match) return null;
        var (one, two, year) = (Number(match, "one"), Number(match, "two"), Number(match, "year"));
        var (day, month) = dayFirst || match.ValueSpan.Contains('.') ? (one, two) : (two, one);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;
    }

    // "Tuesday, 12 May 2026" over the entries of that day: the nearest short sibling before, on the way up.
    private static DateTimeOffset? Above(Region region, bool dayFirst)
    {
        var box = region.Content.Boxes.First();
        for (var level = 0; level < 4 && box.Parent is { } parent; level++, box = parent)
        {
            for (var (at, looked) = (parent.Content.FindIndex(piece => piece.Box == box) - 1, 0); at >= 0 && looked < LookBack; at--, looked++)
            {
                if (parent.Content[at].Box is not { Chars: > 5 and < 60 } before) continue;
                if (before.Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "p" or "div" or "time" or "span" or "tr" or "header" && Written(Line.Of(PlainText.Of(before)), dayFirst) is { } found) return found;
            }
        }

        return null;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<one>\d{1,2})[/.-](?<two>\d{1,2})[/.-](?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric();
}
