using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Tests.Service.Curation;

/// <summary>A section of ours with its sources, and where its names, numbers and dates stand: marked by hand, not by the program.</summary>
internal sealed record FactSample(string Language, DateTimeOffset Edition, IReadOnlyList<ReviewArticle> Sources, string Text, IReadOnlyList<SampleFact> Facts)
{
    public int Words => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The findings of the facts check, with other words in the section.</summary>
    public IReadOnlyList<Finding> Check(string? text = null) => Check(new Block(BlockKind.Paragraph, [new(text ?? Text)]));

    /// <summary>The same for words with marks.</summary>
    public IReadOnlyList<Finding> Check(Block block)
    {
        var publication = new Publication { Title = "Le Relevé", Language = Language, TimeZone = "Europe/Paris", SenderName = "x", SenderAddress = "x@x.example" };
        var issue = new Issue { Title = "Essai", Intro = "Essai.", DatedAt = Edition, Publication = publication };
        var section = new Section { PublicId = Guid.NewGuid(), Title = "Essai", Blocks = [block] };
        issue.Sections.Add(section);
        return [.. FactCheckOf(new(issue, Sources.ToDictionary(source => source.Id), new Dictionary<Guid, IReadOnlyList<int>> { [section.PublicId] = [.. Sources.Select(source => source.Id)] }, [], new Dictionary<string, LinkVisit>(), 0, Edition, new Dictionary<string, string>()))
            .Where(finding => finding.Place.Field == "block")];
    }

    private static IEnumerable<Finding> FactCheckOf(ReviewMaterial material) => IssueReview.Of(material).Where(finding => finding.Kind is FindingKind.NameUnknown or FindingKind.NumberUnknown or FindingKind.DateUnknown or FindingKind.WeekdayWrong);
}

/// <summary>A fact of a sample.</summary>
/// <param name="Kind">n for a name, # for a number, d for a date.</param>
internal sealed record SampleFact(char Kind, int Start, string Words);

internal static partial class FactSamples
{
    public static IReadOnlyList<FactSample> Read() =>
        [.. File.ReadAllText(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Service", "Curation", "Samples", "sections.txt")).Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(Sample)];

    private static FactSample Sample(string text)
    {
        var parts = text.Split("--- ", StringSplitOptions.TrimEntries);
        var head = parts[0].Split(' ');
        var sources = parts[1..^1].Select((part, at) => Source(part, at + 1)).ToList();
        var (plain, facts) = Marked(parts[^1]["text\n".Length..].Trim());
        return new(head[0], Day(head[1]), sources, plain, facts);
    }

    private static ReviewArticle Source(string part, int id)
    {
        var lines = part.Split('\n', 3);
        var head = lines[0]["source ".Length..];
        return new(id, lines[1], lines[2], head[..^11], null, $"https://press.example/{id}", Day(head[^10..]).AddHours(9), [], id, "");
    }

    private static (string Text, IReadOnlyList<SampleFact> Facts) Marked(string marked)
    {
        var facts = new List<SampleFact>();
        var text = "";
        var at = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text += marked[at..match.Index];
            facts.Add(new(match.Groups["k"].Value[0], text.Length, match.Groups["w"].Value));
            text += match.Groups["w"].Value;
            at = match.Index + match.Length;
        }

        return (text + marked[at..], facts);
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T08:00:00Z", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<k>[n#d])\|(?<w>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
