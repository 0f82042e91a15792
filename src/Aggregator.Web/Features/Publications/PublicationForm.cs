using System.Globalization;
using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Publications;

/// <summary>A publication's settings as they were typed: lists are lines.</summary>
public sealed record PublicationForm(
    string? Title, string? Description, string? Language, string? Twin, string? TimeZone, string? SenderName, string? SenderAddress, string? Visibility, string? Deputy,
    string? OpensOn, string? OpensAt, string? DueOn, string? DueAt, string? Template, string? Topics, string? Glossary, string? CreditWordings, string? FourEyes, IReadOnlyDictionary<string, string> Checks)
{
    private const string Hour = "HH:mm";

    /// <param name="twin">Public id of the twin.</param>
    public static PublicationForm Of(Publication p, Guid? twin) => new(
        p.Title, p.Description, p.Language, twin?.ToString(), p.TimeZone, p.SenderName, p.SenderAddress, p.Visibility.ToString(), p.DeputyId?.ToString(CultureInfo.InvariantCulture),
        p.House.Rhythm.OpensOn.ToString(), p.House.Rhythm.OpensAt.ToString(Hour, CultureInfo.InvariantCulture), p.House.Rhythm.DueOn.ToString(), p.House.Rhythm.DueAt.ToString(Hour, CultureInfo.InvariantCulture),
        string.Join('\n', p.House.Template.Select(part => $"{part.Kind} | {part.Title}{(part.NeedsSignOff ? " | +" : "")}")), string.Join(", ", p.House.Topics),
        string.Join('\n', p.House.Glossary.Select(entry => $"{entry.Write} : {string.Join(", ", entry.Not)}")), string.Join('\n', p.House.CreditWordings), p.House.FourEyes ? "on" : null,
        p.House.Checks.ToDictionary(check => Finding.NameOf(check.Key), check => check.Value.ToString(), StringComparer.OrdinalIgnoreCase));

    public static PublicationForm Of(IFormCollection fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(
            fields["title"], fields["description"], fields["language"], fields["twin"], fields["timeZone"], fields["senderName"], fields["senderAddress"], fields["visibility"], fields["deputy"],
            fields["opensOn"], fields["opensAt"], fields["dueOn"], fields["dueAt"], fields["template"], fields["topics"], fields["glossary"], fields["creditWordings"], fields["fourEyes"],
            fields.Where(field => field.Key.StartsWith("check-", StringComparison.Ordinal) && field.Value.ToString().Length > 0)
                .ToDictionary(field => field.Key["check-".Length..], field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What they mean, or the first that means nothing.</summary>
    internal (PublicationRequest Request, FieldFault? Fault) Read()
    {
        FieldFault? fault = null;
        var house = new HouseStyle
        {
            Template = [.. Lines(Template).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(parts => new SectionTemplate(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2)?.Length > 0))],
            Topics = [.. Parts(Topics)], CreditWordings = [.. Lines(CreditWordings)], FourEyes = FourEyes == "on",
            Glossary = [.. Lines(Glossary).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Select(parts => new GlossaryEntry(parts[0], [.. Parts(parts.ElementAtOrDefault(1))]))],
            Rhythm = new(Day("opensOn", OpensOn), Time("opensAt", OpensAt), Day("dueOn", DueOn), Time("dueAt", DueAt)),
            Checks = Checks.Where(check => Enum.TryParse<CheckEffect>(check.Value, out _)).ToDictionary(check => check.Key, check => Enum.Parse<CheckEffect>(check.Value), StringComparer.Ordinal),
        };
        var request = new PublicationRequest(
            Title?.Trim(), string.IsNullOrWhiteSpace(Description) ? null : Description.Trim(), Language, TimeZone?.Trim(), SenderName?.Trim(), SenderAddress?.Trim(),
            Enum.TryParse<Visibility>(Visibility, out var visibility) && Enum.IsDefined(visibility) ? visibility : null, Guid.TryParse(Twin, out var twin) ? twin : null,
            int.TryParse(Deputy, NumberStyles.None, CultureInfo.InvariantCulture, out var deputy) ? deputy : null, house);
        return (request, fault ?? request.Fault());

        DayOfWeek Day(string field, string? text)
        {
            if (Enum.TryParse<DayOfWeek>(text, out var day) && Enum.IsDefined(day)) return day;
            fault ??= new(field, "Choisissez un jour.", "Choose a day.");
            return default;
        }

        TimeOnly Time(string field, string? text)
        {
            if (TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time)) return time;
            fault ??= new(field, "Donnez une heure comme 09:00.", "Give a time such as 09:00.");
            return default;
        }
    }

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Parts(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
