using System.Globalization;
using Aggregator.Reading.Text;

namespace Aggregator.Sources;

/// <summary>How a source does, in words: what is wrong and what to do.</summary>
public static class HealthWords
{
    private static readonly CultureInfo FrenchCulture = CultureInfo.GetCultureInfo("fr-FR"), EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The state in a word or two.</summary>
    public static string Name(HealthState state, string language) => (state, language == "fr") switch
    {
        (HealthState.New, true) => "nouvelle",
        (HealthState.New, _) => "new",
        (HealthState.Quiet, true) => "muette",
        (HealthState.Quiet, _) => "quiet",
        (HealthState.Failing, true) => "en panne",
        (HealthState.Failing, _) => "failing",
        (HealthState.Dead, true) => "perdue",
        (HealthState.Dead, _) => "dead",
        (HealthState.Retired, true) => "retirée",
        (HealthState.Retired, _) => "retired",
        (_, true) => "en forme",
        _ => "healthy",
    };

    /// <summary>What a person should know and do, in one or two sentences; empty for a source that is well.</summary>
    /// <param name="row">The moving part of the source.</param>
    /// <param name="health">How it does.</param>
    /// <param name="now">UTC.</param>
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public static string Say(SourcePoll row, SourceHealth health, DateTimeOffset now, string language)
    {
        var french = language == "fr";
        var fault = PollErrorWords.Say(row.Error, row.ErrorDetail, language);
        var moved = row.MovedTo is null ? "" : french
            ? $"Le site dit avoir déménagé vers {row.MovedTo} : si vous la suivez déjà, retirez celle-ci."
            : $"The site says that it has moved to {row.MovedTo}: if you follow that already, retire this one.";
        var said = health.State switch
        {
            HealthState.Quiet => Quiet(row, health, now, french),
            HealthState.Failing or HealthState.Dead when row.Error != PollError.Gone => $"{fault} {Since(row, health, now, french)}",
            HealthState.Dead => fault,
            _ => fault.Length > 0 ? fault : moved,
        };
        return french ? FrenchTypography.Space(said) : said;
    }

    /// <summary>"6 articles par jour", "2 articles a week".</summary>
    public static string Rhythm(PostingRhythm? rhythm, DateTimeOffset now, string language)
    {
        var french = language == "fr";
        if (rhythm?.IsKnown(now) != true) return french ? "pas encore connu" : "not known yet";
        var perDay = rhythm.HourlyRate(now) * 24;
        var (count, french1, english1) = perDay >= 0.95 ? (perDay, "jour", "day") : perDay * 7 >= 0.95 ? (perDay * 7, "semaine", "week") : (perDay * 30, "mois", "month");
        var number = Math.Max(1, Math.Round(count)).ToString("N0", french ? FrenchCulture : EnglishCulture);
        return french ? $"{number} article{(number == "1" ? "" : "s")} par {french1}" : $"{number} article{(number == "1" ? "" : "s")} a {english1}";
    }

    private static string Quiet(SourcePoll row, SourceHealth health, DateTimeOffset now, bool french)
    {
        var rhythm = PostingRhythm.Unpack(row.Rhythm);
        var usual = Rhythm(rhythm, rhythm?.At ?? now, french ? "fr" : "en");
        var span = Span(now - (health.Since ?? now), french);
        return french ? $"Rien depuis {span}, d’ordinaire {usual} : ouvrez le site ; si de nouveaux articles y sont, son flux a changé d’adresse."
            : $"Nothing for {span}, usually {usual}: open the site; if there are new articles, its feed has another address now.";
    }

    private static string Since(SourcePoll row, SourceHealth health, DateTimeOffset now, bool french)
    {
        var span = Span(now - (health.Since ?? now), french);
        var visits = row.ErrorCount.ToString("N0", french ? FrenchCulture : EnglishCulture);
        return french ? $"Ainsi depuis {span}, {visits} visites de suite." : $"So for {span}, at {visits} visits in a row.";
    }

    private static string Span(TimeSpan time, bool french)
    {
        var (number, one, many) = time.TotalHours < 48
            ? (Math.Max(1, Math.Round(time.TotalHours)), french ? "heure" : "hour", french ? "heures" : "hours")
            : (Math.Round(time.TotalDays), french ? "jour" : "day", french ? "jours" : "days");
        return string.Create(CultureInfo.InvariantCulture, $"{number} {(number < 2 ? one : many)}");
    }
}
