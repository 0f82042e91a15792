using System.Globalization;
using Aggregator.Curation;

namespace Aggregator.Web.Pages;

/// <summary>An issue's own fields as a form holds them.</summary>
public sealed record IssueFields(string Title, string Intro, string Bylines, string Date)
{
    private const string DateFormat = "yyyy-MM-dd";

    public static IssueFields Of(Issue issue) => new(issue.Title, issue.Intro, string.Join(", ", issue.Bylines), Local(issue).ToString(DateFormat, CultureInfo.InvariantCulture));

    public string? Problem(Visit visit) =>
        Title.Length is 0 or > 300 ? visit.Say("Donnez un titre de 1 à 300 caractères.", "Give a title of 1 to 300 characters.")
        : Intro.Length > 5000 ? visit.Say("L’introduction compte 5 000 caractères au plus.", "An introduction has 5,000 characters at the most.")
        : Bylines.Length > 1000 ? visit.Say("Les signatures comptent 1 000 caractères au plus.", "Bylines have 1,000 characters at the most.")
        : Day is null ? visit.Say("Donnez une date, par exemple 2025-03-07.", "Give a date, for example 2025-03-07.")
        : null;

    public void Apply(Issue issue)
    {
        issue.Title = Title.Trim();
        issue.Intro = Intro;
        issue.Bylines = [.. Bylines.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        // Noon where the publication is: the same day in every neighbouring zone. An unchanged day keeps its hour.
        if (Day is { } day && DateOnly.FromDateTime(Local(issue).DateTime) != day)
            issue.DatedAt = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new(12, 0)), Zone(issue)), TimeSpan.Zero);
    }

    /// <summary>What differs, field by field: name, label, what is stored, what was written.</summary>
    public IReadOnlyList<ComparedField> Compare(IssueFields stored, Visit visit) =>
    [
        new("title", visit.Say("Titre", "Title"), stored.Title, Title, 1),
        new("intro", "Introduction", stored.Intro, Intro, 5),
        new("bylines", visit.Say("Signatures", "Bylines"), stored.Bylines, Bylines, 1),
        new("date", "Date", stored.Date, Date, 1),
    ];

    private DateOnly? Day => DateOnly.TryParseExact(Date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private static TimeZoneInfo Zone(Issue issue) => TimeZoneInfo.TryFindSystemTimeZoneById(issue.Publication.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private static DateTimeOffset Local(Issue issue) => TimeZoneInfo.ConvertTime(issue.DatedAt, Zone(issue));
}

/// <summary>A section's fields as a form holds them.</summary>
public sealed record SectionFields(string Heading, string Text)
{
    private const int MaxText = 50_000;

    public static SectionFields Of(Section section) => new(section.Title, SectionText.Write(section.Blocks));

    public static string? HeadingProblem(string? heading, Visit visit) =>
        string.IsNullOrWhiteSpace(heading) || heading.Length > 300 ? visit.Say("Donnez à la section un titre de 1 à 300 caractères.", "Give the section a title of 1 to 300 characters.") : null;

    public string? Problem(Visit visit) => HeadingProblem(Heading, visit)
        ?? (Text.Length > MaxText ? visit.Say("Le texte d’une section compte 50 000 caractères au plus.", "A section’s text has 50,000 characters at the most.") : null);

    public IReadOnlyList<ComparedField> Compare(SectionFields stored, Visit visit) =>
        [new("heading", visit.Say("Titre", "Title"), stored.Heading, Heading, 1), new("text", visit.Say("Texte", "Text"), stored.Text, Text, 14)];
}

/// <summary>A field two people wrote in.</summary>
public sealed record ComparedField(string Name, string Label, string Stored, string Written, int Rows);

internal static class FormText
{
    /// <summary>What a form sends, with line feeds for its breaks (HTML sends CR LF).</summary>
    public static string Lines(this string? text) => (text ?? "").ReplaceLineEndings("\n");
}
