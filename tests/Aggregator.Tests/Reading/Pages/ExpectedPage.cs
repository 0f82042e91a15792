using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Pages;

/// <summary>A page of the fixtures with what must come out of it: <c>NAME.html</c> and <c>NAME.json</c>. What a file does not state is not asked.</summary>
internal sealed partial record ExpectedPage(string Name, JsonElement Wanted)
{
    public static string Folder { get; } = Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Pages", "Fixtures");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    /// <summary>Pages of the kinds that fail in the field, in a folder of their own.</summary>
    public static IEnumerable<string> FieldNames =>
        Directory.EnumerateFiles(Path.Combine(Folder, "Field"), "*.json").Select(file => "Field/" + Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    public static ExpectedPage Open(string name) => new(name, JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement);

    public PageReading Read() =>
        PageReader.Read(SafeHtml.Decode(File.ReadAllBytes(Path.Combine(Folder, Name + ".html")), "text/html; charset=utf-8"), new Uri(Wanted.GetProperty("url").GetString()!));

    /// <summary>Everything that came out otherwise, in words.</summary>
    public List<string> Faults(PageReading reading)
    {
        var faults = new List<string>();
        Same(faults, "kind", Wanted.GetProperty("kind").GetString(), reading.Kind.ToString());
        var entries = Wanted.GetProperty("entries").EnumerateArray().ToList();
        Same(faults, "entries", entries.Count, reading.Entries.Count);
        if (Wanted.TryGetProperty("older", out var older)) Same(faults, "older", older.GetString(), reading.Older);
        if (Wanted.TryGetProperty("issue", out var issue)) IssueFaults(faults, issue, reading.Issue);
        foreach (var (wanted, entry) in entries.Zip(reading.Entries)) EntryFaults(faults, wanted, entry);
        return faults;
    }

    private static void EntryFaults(List<string> faults, JsonElement wanted, PageEntry entry)
    {
        foreach (var field in wanted.EnumerateObject())
        {
            var where = $"{entry.Position} {field.Name}";
            var text = Fold(wanted.TryGetProperty("quoted", out _) ? string.Join(' ', entry.Quoted) : entry.Text);
            switch (field.Name)
            {
                case "title": Same(faults, where, Fold(field.Value.GetString()), Fold(entry.Title)); break;
                case "url": Same(faults, where, field.Value.GetString(), entry.Url); break;
                case "language": Same(faults, where, field.Value.GetString(), entry.Language); break;
                case "author": Same(faults, where, field.Value.GetString() ?? "", string.Join(", ", entry.Authors)); break;
                case "published": Same(faults, where, field.Value.GetString(), entry.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); break;
                case "truncated": Same(faults, where, field.Value.GetBoolean(), entry.Truncated); break;
                case "publisher": Same(faults, where, field.Value.GetString(), entry.Publisher); break;
                case "duplicateOf": Same(faults, where, field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.GetInt32(), entry.DuplicateOf); break;
                case "quoted": Same(faults, where, field.Value.GetInt32(), entry.Quoted.Count); break;
                case "comment": Same(faults, where, Fold(field.Value.GetString()), Fold(entry.Comment)); break;
                case "tags": Same(faults, where, Tags(field.Value.EnumerateArray().Select(tag => tag.GetString()!)), Tags(entry.Tags)); break;
                case "first": if (!text.TrimStart('“', '«', ' ').StartsWith(Fold(field.Value.GetString()), StringComparison.Ordinal)) faults.Add($"{where}: {text[..Math.Min(80, text.Length)]}"); break;
                case "last": if (!text.TrimEnd('”', '»', ' ').EndsWith(Fold(field.Value.GetString()), StringComparison.Ordinal)) faults.Add($"{where}: {text[^Math.Min(80, text.Length)..]}"); break;
                case "commentLinks": faults.AddRange(field.Value.EnumerateArray().Select(link => link.GetString()!)
                    .Where(link => !entry.CommentHtml.Contains($"href=\"{link}\"", StringComparison.Ordinal))
                    .Select(link => $"{where}: {entry.CommentHtml} for {link}")); break;
                case "avoid": faults.AddRange(field.Value.EnumerateArray().Select(word => word.GetString()!).Where(text.Contains).Select(word => $"{where}: {word}")); break;
                default: faults.Add($"{where} is not known"); break;
            }
        }
    }

    private static void IssueFaults(List<string> faults, JsonElement wanted, PageIssue? issue)
    {
        Same(faults, "issue day", wanted.GetProperty("day").GetString(), issue?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Same(faults, "sections", string.Join('|', wanted.GetProperty("sections").EnumerateArray().Select(title => title.GetString())), string.Join('|', issue?.Sections.Select(section => section.Title) ?? []));
        Same(faults, "credits", wanted.GetProperty("credits").GetInt32(), issue?.Sections.Sum(section => section.Credits.Count));
    }

    private static string Tags(IEnumerable<string> tags) => string.Join('|', tags.Select(FoldedText.Of).Order(StringComparer.Ordinal));

    private static void Same<T>(List<string> faults, string where, T wanted, T got)
    {
        if (!EqualityComparer<T>.Default.Equals(wanted, got)) faults.Add($"{where}: {got} for {wanted}");
    }

    private static string Fold(string? text) => Blanks().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"[\s\u00A0\u202F]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
