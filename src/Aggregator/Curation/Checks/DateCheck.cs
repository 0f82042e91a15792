using System.Globalization;
using Aggregator.Curation.Facts;

namespace Aggregator.Curation.Checks;

/// <summary>Dates of a text that no source has, and weekdays that were others. Pure.</summary>
internal static class DateCheck
{
    /// <param name="unit">The text.</param>
    /// <param name="index">The sources.</param>
    /// <param name="edition">The day the issue bears: a date without a year is the one nearest to it.</param>
    public static IEnumerable<Finding> Of(TextUnit unit, FactIndex index, DateOnly edition) =>
        DateReader.Read(unit.Text).Where(date => !unit.IsReference(date.Start, date.Length)).Select(date => Of(unit, date, index, edition)).OfType<Finding>();

    private static Finding? Of(TextUnit unit, DateFact date, FactIndex index, DateOnly edition)
    {
        if (date is { Day: { } day, Month: { } month })
        {
            var known = date.Year is null ? index.HasDay(day, month) : DateReader.Day(date, edition) is { } full && index.HasDay(full);
            var meant = index.DaysNear(DateReader.Day(date, edition) ?? edition).Where(other => other.Day == day && other.Month == month).Select(other => (DateOnly?)other).FirstOrDefault() ?? DateReader.Day(date, edition);
            if (meant is { } when && date.Weekday is { } said && when.DayOfWeek != said) return Weekday(unit, date, when);
            return known ? null : Unknown(unit, date, meant is null ? null : Nearest(index, meant.Value));
        }

        return date switch
        {
            { Weekday: { } weekday } when !index.HasWeekday(weekday) => Unknown(unit, date, null),
            { Month: { } named } when !index.HasMonth(named) || (date.Year is { } year && !index.HasYear(year) && year != edition.Year) => Unknown(unit, date, null),
            { Month: null, Weekday: null, Year: { } alone } when !index.HasYear(alone) && alone != edition.Year => Unknown(unit, date, null),
            _ => null,
        };
    }

    private static string? Nearest(FactIndex index, DateOnly day)
    {
        var near = index.DaysNear(day).Where(other => Math.Abs(other.DayNumber - day.DayNumber) <= 400).Select(other => (DateOnly?)other).FirstOrDefault();
        return near?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static Finding Weekday(TextUnit unit, DateFact date, DateOnly day)
    {
        var words = unit.Text.Substring(date.Start, date.Length);
        var (french, english) = (day.ToString("dddd", CultureInfo.GetCultureInfo("fr-FR")), day.ToString("dddd", CultureInfo.GetCultureInfo("en-GB")));
        return new(
            FindingKind.WeekdayWrong, Severity.Warn, unit.Place(date.Start, date.Length), $"«\u00A0{words}\u00A0»\u00A0: ce jour était un {french}.", $"“{words}”: that day was a {english}.")
        {
            Theirs = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static Finding Unknown(TextUnit unit, DateFact date, string? instead)
    {
        var words = unit.Text.Substring(date.Start, date.Length);
        return new(
            FindingKind.DateUnknown, Severity.Warn, unit.Place(date.Start, date.Length), $"«\u00A0{words}\u00A0» ne figure dans aucune source{(instead is null ? "" : $"\u00A0; la date la plus proche y est le {instead}")}.",
            $"“{words}” is in no source{(instead is null ? "" : $"; the nearest date there is {instead}")}.") { Theirs = instead };
    }
}
