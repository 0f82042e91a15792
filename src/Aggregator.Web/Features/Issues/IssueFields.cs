using System.Globalization;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Issues;

/// <summary>An issue's own fields as a form holds them.</summary>
/// <param name="Bylines">A person a line, "name | role | division"; names alone may be parted by commas.</param>
/// <param name="Closing">Null leaves it as it is.</param>
/// <param name="IsSpecial">Null leaves it as it is.</param>
public sealed record IssueFields(string Title, string Intro, string Bylines, string Date, string? Closing = null, bool? IsSpecial = null)
{
    private const string DateFormat = "yyyy-MM-dd";

    public static IssueFields Of(Issue issue) => new(issue.Title, issue.Intro, WriteBylines(issue.Bylines), Local(issue).ToString(DateFormat, CultureInfo.InvariantCulture), issue.Closing, issue.Kind == IssueKind.Special);

    /// <summary>What cannot be read; what can is for <see cref="IssueRules"/> to judge.</summary>
    public string? Problem(Visit visit) =>
        Bylines.Length > 4000 ? visit.Say("Les signatures comptent 4 000 caractères au plus.", "Bylines have 4,000 characters at the most.")
        : Day is null ? visit.Say("Donnez une date, par exemple 2025-03-07.", "Give a date, for example 2025-03-07.")
        : null;

    public void Apply(Issue issue)
    {
        issue.Title = Title.Trim();
        issue.Intro = Intro;
        issue.Bylines = [.. ReadBylines(Bylines).Select(byline => byline with { AccountId = issue.Bylines.Find(known => known.Name == byline.Name)?.AccountId })];
        issue.Closing = Closing?.Trim() ?? issue.Closing;
        if (IsSpecial is { } special) issue.Kind = special ? IssueKind.Special : IssueKind.Ordinary;
        // Noon where the publication is: the same day in every neighbouring zone. An unchanged day keeps its hour.
        if (Day is { } day && DateOnly.FromDateTime(Local(issue).DateTime) != day)
            issue.DatedAt = WallClock.Read(day.ToDateTime(new(12, 0)), Zone(issue)).At;
    }

    /// <summary>What differs, field by field: name, label, what is stored, what was written.</summary>
    public IReadOnlyList<ComparedField> Compare(IssueFields stored, Visit visit) =>
    [
        new("title", visit.Say("Titre", "Title"), stored.Title, Title, 1),
        new("intro", "Introduction", stored.Intro, Intro, 5),
        new("bylines", visit.Say("Signatures", "Bylines"), stored.Bylines, Bylines, 1),
        new("date", "Date", stored.Date, Date, 1),
        new("closing", visit.Say("Formule de fin", "Closing line"), stored.Closing ?? "", Closing ?? stored.Closing ?? "", 2),
    ];

    private static string WriteBylines(IReadOnlyList<Byline> bylines) => bylines.All(byline => byline.Role is null && byline.Division is null)
        ? string.Join(", ", bylines.Select(byline => byline.Name))
        : string.Join("; ", bylines.Select(byline => string.Join(" | ", new[] { byline.Name, byline.Role ?? "", byline.Division ?? "" }).TrimEnd(' ', '|')));

    private static IEnumerable<Byline> ReadBylines(string text) => text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.Contains('|', StringComparison.Ordinal) ? [line] : line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(parts => parts[0].Length > 0)
        .Select(parts => new Byline(parts[0], parts.ElementAtOrDefault(1) is { Length: > 0 } role ? role : null, parts.ElementAtOrDefault(2) is { Length: > 0 } division ? division : null));

    private DateOnly? Day => DateOnly.TryParseExact(Date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private static TimeZoneInfo Zone(Issue issue) => TimeZoneInfo.TryFindSystemTimeZoneById(issue.Publication.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private static DateTimeOffset Local(Issue issue) => TimeZoneInfo.ConvertTime(issue.DatedAt, Zone(issue));
}
