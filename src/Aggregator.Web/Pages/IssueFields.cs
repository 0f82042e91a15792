using System.Globalization;
using Aggregator.Curation;

namespace Aggregator.Web.Pages;

/// <summary>An issue's own fields as a form holds them.</summary>
/// <param name="Bylines">A person a line, "name | role | division"; names alone may be parted by commas.</param>
/// <param name="Closing">Null leaves it as it is.</param>
/// <param name="IsSpecial">Null leaves it as it is.</param>
public sealed record IssueFields(string Title, string Intro, string Bylines, string Date, string? Closing = null, bool? IsSpecial = null)
{
    private const string DateFormat = "yyyy-MM-dd";

    public static IssueFields Of(Issue issue) => new(issue.Title, issue.Intro, WriteBylines(issue.Bylines), Local(issue).ToString(DateFormat, CultureInfo.InvariantCulture), issue.Closing, issue.Kind == IssueKind.Special);

    public string? Problem(Visit visit) =>
        Title.Length is 0 or > 300 ? visit.Say("Donnez un titre de 1 à 300 caractères.", "Give a title of 1 to 300 characters.")
        : Intro.Length > 5000 ? visit.Say("L’introduction compte 5 000 caractères au plus.", "An introduction has 5,000 characters at the most.")
        : Bylines.Length > 4000 ? visit.Say("Les signatures comptent 4 000 caractères au plus.", "Bylines have 4,000 characters at the most.")
        : Closing?.Length > 1000 ? visit.Say("La formule de fin compte 1 000 caractères au plus.", "A closing line has 1,000 characters at the most.")
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

/// <summary>A section's fields as a form holds them.</summary>
/// <param name="SignOff">Null leaves it as it is, as do kind and owner.</param>
public sealed record SectionFields(string Heading, string Text, string? SignOff = null, string? Kind = null, int? Owner = null)
{
    private const int MaxText = 50_000;

    public static SectionFields Of(Section section) => new(section.Title, SectionText.Write(section.Blocks), SectionText.Write(section.SignOff), section.Kind ?? "", section.OwnerId ?? 0);

    public static string? HeadingProblem(string? heading, Visit visit) =>
        string.IsNullOrWhiteSpace(heading) || heading.Length > 300 ? visit.Say("Donnez à la section un titre de 1 à 300 caractères.", "Give the section a title of 1 to 300 characters.") : null;

    public string? Problem(Visit visit) => HeadingProblem(Heading, visit)
        ?? (Text.Length > MaxText || SignOff?.Length > 2000 ? visit.Say("Le texte d’une section compte 50 000 caractères au plus, sa formule de fin 2 000.", "A section’s text has 50,000 characters at the most, its sign-off 2,000.") : null);

    /// <summary>The text and the sign-off, read.</summary>
    public SectionReading Read()
    {
        var (text, signOff) = (SectionText.Read(Text), SectionText.Read(SignOff));
        return new(text.Blocks, [.. text.Faults, .. signOff.Faults], [.. text.Marks, .. signOff.Marks]);
    }

    public void Apply(Section section)
    {
        section.Title = Heading;
        section.Blocks = [.. SectionText.Read(Text).Blocks];
        if (SignOff is not null) section.SignOff = [.. SectionText.Read(SignOff).Blocks.SelectMany(block => block.AllSpans)];
        if (Kind is not null) section.Kind = Kind.Length == 0 ? null : Kind;
        if (Owner is not null) section.OwnerId = Owner == 0 ? null : Owner;
    }

    public IReadOnlyList<ComparedField> Compare(SectionFields stored, Visit visit) =>
    [
        new("heading", visit.Say("Titre", "Title"), stored.Heading, Heading, 1), new("text", visit.Say("Texte", "Text"), stored.Text, Text, 14),
        new("signOff", visit.Say("Formule de fin", "Sign-off"), stored.SignOff ?? "", SignOff ?? stored.SignOff ?? "", 2),
    ];
}

/// <summary>A field two people wrote in.</summary>
public sealed record ComparedField(string Name, string Label, string Stored, string Written, int Rows);

internal static class FormText
{
    /// <summary>What a form sends, with line feeds for its breaks (HTML sends CR LF).</summary>
    public static string Lines(this string? text) => (text ?? "").ReplaceLineEndings("\n");

    /// <summary>What was chosen of a list whose first line is "none of them": the framework refuses such a blank where it binds an id.</summary>
    public static Guid? AsGuid(this string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <inheritdoc cref="AsGuid"/>
    public static int? AsNumber(this string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
