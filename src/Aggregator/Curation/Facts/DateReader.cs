using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>Finds the dates of a text, in French and English: days, months, weekdays, years. Pure.</summary>
internal static partial class DateReader
{
    private const string FrenchMonths = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|janv\\.|f[ée]vr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|d[ée]c\\.";
    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?";
    private const string Months = $"(?:{FrenchMonths}|{EnglishMonths})";
    private const string Weekdays = "[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

    private static readonly string[] MonthStems = ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "june", "july", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] WeekdayNames = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <returns>The dates, in order; what stands within a longer one is not named again.</returns>
    public static IReadOnlyList<DateFact> Read(string text)
    {
        var found = new List<DateFact>();
        foreach (var match in Full().Matches(text).Concat(MonthFirst().Matches(text)).Concat(Iso().Matches(text)).Concat(Slashed().Matches(text)).Concat(MonthAndYear().Matches(text)).Concat(MonthAlone().Matches(text)).Concat(WeekdayAlone().Matches(text)).Concat(Year().Matches(text)))
        {
            if (found.Exists(other => other.Start < match.Index + match.Length && match.Index < other.Start + other.Length)) continue;
            if (Fact(match) is { } fact) found.Add(fact);
        }

        return [.. found.OrderBy(date => date.Start)];
    }

    /// <summary>The day that a weekday, a day and a month mean, in the year that is given or the one nearest to a date.</summary>
    public static DateOnly? Day(DateFact fact, DateOnly near)
    {
        if (fact is not { Day: { } day, Month: { } month }) return null;
        var years = fact.Year is { } given ? [given] : new[] { near.Year, near.Year - 1, near.Year + 1 };
        return years.Where(year => year is > 0 and < 9999 && day <= DateTime.DaysInMonth(year, month)).Select(year => (DateOnly?)new DateOnly(year, month, day)).OrderBy(date => Math.Abs(date!.Value.DayNumber - near.DayNumber)).FirstOrDefault();
    }

    private static DateFact? Fact(Match match)
    {
        int? Number(string group) => match.Groups[group].Success && int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var month = match.Groups["m"].Success ? MonthOf(match.Groups["m"].Value) : Number("mm");
        var day = Number("d");
        var place = match.Groups["all"].Success ? match.Groups["all"] : match.Groups[0];
        return day is 0 or > 31 || month is 0 or > 12 ? null : new(place.Index, place.Length, day, month, Number("y"), match.Groups["w"].Success ? WeekdayOf(match.Groups["w"].Value) : null);
    }

    private static int? MonthOf(string name)
    {
        var folded = FoldedText.Of(name.TrimEnd('.'));
        var at = Array.FindIndex(MonthStems, stem => folded.StartsWith(stem, StringComparison.Ordinal));
        // "mars" begins with "mar", "mai" with neither "may": the French stems stand first.
        return at < 0 ? null : at % 12 + 1;
    }

    private static DayOfWeek? WeekdayOf(string name) => Array.IndexOf(WeekdayNames, FoldedText.Of(name)) is >= 0 and var at ? (DayOfWeek)(at % 7) : null;

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?:(?<w>{Weekdays}),?[ \u00A0](?:the )?)?(?<d>\d{{1,2}})(?:er|st|nd|rd|th)?[ \u00A0](?:of )?(?<m>{Months})(?:,?[ \u00A0](?<y>\d{{4}}))?(?![\p{{L}}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Full();

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?:(?<w>{Weekdays}),?[ \u00A0])?(?<m>{EnglishMonths})[ \u00A0](?<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[ \u00A0](?<y>\d{{4}}))?(?![\p{{L}}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})-(?<mm>\d{2})-(?<d>\d{2})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d/])(?<d>\d{1,2})/(?<mm>\d{1,2})/(?<y>\d{4})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slashed();

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<m>{Months})[ \u00A0](?<y>(?:19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?:en|in|de|of|avant|apr[eè]s|before|after|d[eè]s|courant|this|last|next|d[ée]but|fin|mi-|mid-|since|depuis|until|jusqu[’']en|by|pour|from|late|early)[ \u00A0]?(?<all>(?<m>{Months}))(?![\p{{L}}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAlone();

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<w>{Weekdays})(?![\p{{L}}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WeekdayAlone();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?<y>(?:19|20)\d\d)(?![\p{L}\d/%€$£-]|[.,]\d|[ \u00A0\u202F](?:\d{3}|%|€))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
