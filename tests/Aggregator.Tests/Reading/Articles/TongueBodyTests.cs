using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Reading.Articles;
using Aggregator.Tests.Bench;
using Xunit.Abstractions;

namespace Aggregator.Tests.Reading.Articles;

/// <summary>
/// The same four pages in seven languages: related articles, tag lines, comments, newsletters, advertising and notices stand around the
/// text, and in it, in the words of each language. A text that is not French or English comes out as well as a French one.
/// </summary>
public sealed partial class TongueBodyTests(ITestOutputHelper output)
{
    /// <summary>One word of a hundred.</summary>
    private const double Tolerance = .01;

    private static readonly string Folder = Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Articles", "Fixtures", "Tongues");

    private static readonly JsonElement[] Texts = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "texts.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Languages => [.. Texts.Select(text => text.GetProperty("language").GetString()!)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_comes_out_as_well_as_in_French(string language)
    {
        var french = Score("fr");
        var score = Score(language);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: {score:F3}, French {french:F3}"));
        Assert.True(french > .94, $"French: {french}");
        Assert.True(score >= french - Tolerance, $"{language}: {score}, French: {french}");
    }

    /// <summary>Mean over the pages of the F1 of words (of characters, in Chinese).</summary>
    private double Score(string language)
    {
        var text = Texts.Single(one => one.GetProperty("language").GetString() == language);
        var wanted = Words(string.Join('\n', text.GetProperty("p").EnumerateArray().Select(part => part.GetString())));
        return Directory.EnumerateFiles(Folder, "*.html").Order(StringComparer.Ordinal).Average(page =>
        {
            var got = Words(ArticleExtractor.Read(Fill(File.ReadAllText(page), text), new Uri("https://quai.example/2025/bac")).Text);
            var f1 = F1(wanted, got);
            if (f1 < 1) output.WriteLine($"{language} {Path.GetFileName(page)} {f1:F3}: {string.Join(' ', got.Except(wanted).Take(30))} | {string.Join(' ', wanted.Except(got).Take(30))}");
            return f1;
        });
    }

    private static string Fill(string page, JsonElement text) => Field().Replace(page, match =>
    {
        var value = text.TryGetProperty(match.Groups["field"].Value, out var list) && list.ValueKind == JsonValueKind.String ? list : default;
        return value.ValueKind == JsonValueKind.String ? value.GetString()!
            : text.GetProperty(match.Groups["name"].Value is "title" ? "titles" : match.Groups["name"].Value)[int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)].GetString()!;
    });

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static double F1(List<string> wanted, List<string> got)
    {
        var left = wanted.CountBy(word => word).ToDictionary();
        var same = got.Count(word => left.GetValueOrDefault(word) > 0 && left[word]-- > 0);
        return 2.0 * same / (wanted.Count + got.Count);
    }

    [GeneratedRegex(@"\{(?<field>(?<name>[a-z]+?)(?<number>\d?))\}", RegexOptions.None, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}|[\p{L}\p{N}-[\p{IsCJKUnifiedIdeographs}]]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
