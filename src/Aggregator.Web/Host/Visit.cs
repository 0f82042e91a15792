using System.Globalization;
using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Reading.Text;

namespace Aggregator.Web.Host;

/// <summary>Who looks at a page, in which language, and how that language writes dates and figures.</summary>
public sealed class Visit(IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>The cookie that keeps the chosen language.</summary>
    public const string LanguageCookie = "social-report-language";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR"), English = CultureInfo.GetCultureInfo("en-GB");

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Pages are made within a request.");

    /// <summary><c>fr</c> or <c>en</c>: the chosen one, else what the browser prefers.</summary>
    public string Language => Http.Request.Cookies[LanguageCookie] is "fr" or "en" ? Http.Request.Cookies[LanguageCookie]! : Preferred();

    public bool IsFrench => Language == "fr";

    /// <summary>The name of who is signed in; null for a passer-by.</summary>
    public string? AccountName => Http.User.FindFirstValue(ClaimTypes.GivenName);

    /// <summary>The account of who is signed in; null for a passer-by.</summary>
    public int? AccountId => int.TryParse(Http.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    /// <summary>Whether who is signed in has this role or one above it: what they may not do is not offered.</summary>
    public bool May(AccountRole role) => AccountClaims.RoleOf(Http.User) >= role;

    /// <summary>Path and query of this page, to come back to.</summary>
    public string Here => Http.Request.Path + Http.Request.QueryString;

    /// <summary>A value of this page's query; null when it has none.</summary>
    public string? Query(string name) => Http.Request.Query[name];

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone);

    /// <summary>A moment where the desk is.</summary>
    public DateTime LocalOf(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).DateTime;

    /// <summary>The clock at the desk.</summary>
    public TimeZoneInfo Zone => clock.LocalTimeZone;

    private CultureInfo Culture => IsFrench ? French : English;

    /// <summary>The words in the reader's language; both stand where they are used.</summary>
    public string Say(string french, string english) => IsFrench ? FrenchTypography.Space(french) : english;

    /// <summary>A count with its noun: the French singular goes with 0 and 1, the English with 1 alone.</summary>
    public string Count(int number, (string One, string Many) french, (string One, string Many) english)
    {
        var noun = IsFrench ? number < 2 ? french.One : french.Many : number == 1 ? english.One : english.Many;
        return $"{Figure(number)}\u00A0{noun}";
    }

    /// <summary>1 248 in French (narrow no-break space), 1,248 in English.</summary>
    public string Figure(int number) => number.ToString("N0", Culture);

    /// <summary>Initials of a name, two at the most.</summary>
    public static string Initials(string name)
    {
        // "L’Estuaire" is Es, not L’.
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word is [_, '’' or '\'', _, ..] ? word[2..] : word)
            .Where(word => char.IsLetterOrDigit(word[0])).ToList();
        // Articles and prepositions carry no initial: "Le Blog du Modérateur" is BM.
        var telling = words.Where(word => word.Length > 3 || char.IsUpper(word[0]) && !Particles.Contains(word)).ToList();
        var chosen = telling.Count > 0 ? telling : words;
        return chosen.Count switch
        {
            0 => "?",
            1 => chosen[0].Length > 1 ? $"{char.ToUpperInvariant(chosen[0][0])}{chosen[0][1]}" : chosen[0].ToUpperInvariant(),
            _ => $"{char.ToUpperInvariant(chosen[0][0])}{char.ToUpperInvariant(chosen[1][0])}",
        };
    }

    /// <summary>"mercredi 5 mars 2025, 12 h 10" or "Wednesday 5 March 2025, 12:10".</summary>
    public string LongTime(DateTimeOffset time) => $"{Local(time).ToString("dddd d MMMM yyyy", Culture)}, {Clock(time)}";

    /// <summary>"mercredi 5 mars" or "Wednesday 5 March".</summary>
    public string Day(DateTimeOffset time) => Local(time).ToString("dddd d MMMM", Culture);

    /// <summary>"12 h 10" or "12:10".</summary>
    public string Hour(DateTimeOffset time) => Clock(time);

    /// <summary>The shortest that is clear: the time today, the day this year, else with the year.</summary>
    public string ShortTime(DateTimeOffset time)
    {
        var (local, now) = (Local(time), Now);
        return local.Date == now.Date ? Clock(time)
            : local.Year == now.Year ? $"{local.ToString("d MMM", Culture)}, {Clock(time)}"
            : local.ToString("d MMM yyyy", Culture);
    }

    /// <summary>When a visit will be: "dans 9 min", "in 2 h", "demain, 6 h 00"; a past moment is due now.</summary>
    public string Ahead(DateTimeOffset time)
    {
        var wait = time - clock.GetUtcNow();
        if (wait <= TimeSpan.FromSeconds(30)) return Say("maintenant", "now");
        if (wait < TimeSpan.FromMinutes(100)) return Say($"dans {Math.Ceiling(wait.TotalMinutes)} min", $"in {Math.Ceiling(wait.TotalMinutes)} min");
        var days = (Local(time).Date - Now.Date).Days;
        return days switch
        {
            0 => Say($"à {Clock(time)}", $"at {Clock(time)}"),
            1 => Say($"demain, {Clock(time)}", $"tomorrow, {Clock(time)}"),
            _ => ShortTime(time),
        };
    }

    private static readonly HashSet<string> Particles = new(["Le", "La", "Les", "Un", "Une", "Des", "Du", "De", "The", "A", "An", "Of", "Et", "And", "L’", "L'"], StringComparer.Ordinal);

    private string Clock(DateTimeOffset time) => IsFrench
        ? string.Create(CultureInfo.InvariantCulture, $"{Local(time).Hour}\u00A0h\u00A0{Local(time):mm}")
        : Local(time).ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone);

    private string Preferred()
    {
        foreach (var language in Http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            if (language.Value.StartsWith("fr", StringComparison.OrdinalIgnoreCase)) return "fr";
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return "en";
        }

        return "en";
    }
}
