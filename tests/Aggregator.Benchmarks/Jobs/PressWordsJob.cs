using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Stories;
using Aggregator.Reading.Text;
using Aggregator.Web.Demo;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Counts how common words are in the press, and writes the lists that <see cref="PressWords"/> reads: the article pages of the shared data
/// (English, a few French), the French topics of rpm2, the sample pages, and the demo's own articles. Texts of one subject count together as
/// one, so that its names are not common words.
/// </summary>
internal static class PressWordsJob
{
    /// <summary>Subjects that must use a word, and of a thousand the fewest that do.</summary>
    private const int FewestSubjects = 3, FewestInThousand = 4;

    public static int Run(string folder)
    {
        var texts = Pages().Concat(Topics()).Concat(Samples()).Concat(Demo()).Where(text => text.Language is "fr" or "en").ToList();
        foreach (var language in texts.GroupBy(text => text.Language!, StringComparer.Ordinal))
        {
            var subjects = language.GroupBy(text => text.Subject, text => TermReader.WordsOf(text.Text), StringComparer.Ordinal).ToList();
            File.WriteAllLines(Path.Combine(folder, $"press-words-{language.Key}.txt"), Lines(subjects));
            Console.WriteLine($"{language.Key}: {language.Count()} texts of {subjects.Count} subjects");
        }

        return 0;
    }

    private static IEnumerable<string> Lines(List<IGrouping<string, HashSet<string>>> subjects)
    {
        var shares = from subject in subjects
                     let texts = subject.Count()
                     from word in subject.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal)
                     group (double)word.Value / texts by word.Key;
        return from word in shares
               where word.Count() >= FewestSubjects && !word.Key.All(char.IsDigit)
               let inThousand = (int)Math.Round(1000 * word.Sum() / subjects.Count)
               where inThousand >= FewestInThousand
               group word.Key by inThousand into equal
               orderby equal.Key descending
               select string.Create(CultureInfo.InvariantCulture, $"{equal.Key} {string.Join(' ', equal.Order(StringComparer.Ordinal))}");
    }

    private static IEnumerable<(string Subject, string Text, string? Language)> Pages()
    {
        foreach (var set in new[] { "wcxb", "scrapinghub" })
        {
            using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder, "corpus", "extraction", set, "ground-truth.json")));
            foreach (var page in truth.RootElement.EnumerateObject())
            {
                var text = page.Value.GetProperty("articleBody").GetString() ?? "";
                yield return ($"{set}/{page.Name}", text, LanguageDetector.Detect(text));
            }
        }
    }

    private static IEnumerable<(string Subject, string Text, string? Language)> Topics() =>
        StoryWeek.Read(Path.Combine(SharedData.Folder, "corpus", "dedup", "rpm2_fr.jsonl"), StoryWindow.Endless).Texts
            .Select(text => (text.Story, $"{text.Text.Title}\n{text.Text.Text}", (string?)"fr"));

    /// <summary>Each sample page in pieces of about an article's length.</summary>
    private static IEnumerable<(string Subject, string Text, string? Language)> Samples() =>
        from file in Directory.EnumerateFiles(Path.Combine(SharedData.Folder, "corpus", "seeds"), "*.txt").Order(StringComparer.Ordinal)
        from piece in File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(400)
        let text = string.Join(' ', piece)
        select (file, text, LanguageDetector.Detect(text));

    private static IEnumerable<(string Subject, string Text, string? Language)> Demo() =>
        DemoArticle.All.Select(article => (article.Story ?? article.Slug, $"{article.Title}\n{article.Text}", (string?)article.Language));
}
