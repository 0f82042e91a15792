using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>What is said when a clock never shows an hour that was given, or shows it twice.</summary>
internal static class WallTimeWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR"), English = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="zone">The clock it was read by.</param>
    /// <returns>Both languages; null when the hour is the one that was given and no other.</returns>
    public static (string French, string English)? Of(WallTime time, TimeZoneInfo zone)
    {
        var taken = TimeZoneInfo.ConvertTime(time.At, zone);
        return time.Fit switch
        {
            WallTimeFit.Skipped => (
                $"Il n’est jamais {Hour(time.Local)} le {Day(time.Local, French)} ({zone.Id})\u00A0: l’horloge saute cette heure. C’est compris comme {Whole(taken.DateTime, time.Local, French)}.",
                $"It is never {Clock(time.Local)} on {Day(time.Local, English)} ({zone.Id}): the clocks skip that hour. It is taken as {Whole(taken.DateTime, time.Local, English)}."),
            WallTimeFit.Twice => (
                $"Il est deux fois {Hour(time.Local)} le {Day(time.Local, French)} ({zone.Id})\u00A0: c’est compris comme la première, {Hour(time.At.UtcDateTime)} UTC.",
                $"It is {Clock(time.Local)} twice on {Day(time.Local, English)} ({zone.Id}): it is taken as the first of the two, {Clock(time.At.UtcDateTime)} UTC."),
            _ => null,
        };
    }

    /// <summary>What is said of a time that cannot be read.</summary>
    /// <param name="field">The field's own words.</param>
    public static string Unreadable(string field, Visit visit) => visit.Say(
        $"{field} : donnez un jour et une heure, par exemple 2027-03-26T09:00.", $"{field}: give a day and an hour, such as 2027-03-26T09:00.");

    private static string Whole(DateTime taken, DateTime given, CultureInfo culture)
    {
        var hour = culture == French ? Hour(taken) : Clock(taken);
        // Where a whole day was skipped, or the hour before midnight.
        return taken.Date == given.Date ? hour : $"{hour}, {Day(taken, culture)}";
    }

    private static string Day(DateTime day, CultureInfo culture) => day.ToString("d MMMM yyyy", culture);

    private static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Hour(DateTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00A0h\u00A0{time:mm}");
}
