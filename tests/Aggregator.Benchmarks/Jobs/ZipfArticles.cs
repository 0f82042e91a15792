using System.Text;
using Aggregator.Archive;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>Articles of 300 words from a vocabulary of 200,000 terms whose frequency falls with their rank (Zipf), in two languages.</summary>
internal sealed class ZipfArticles(int seed)
{
    public const int Sources = 200;

    private const int Words = 300, Vocabulary = 200_000;
    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "cl", "tr"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ou", "ai"];
    private static readonly string[] Terms = [.. Enumerable.Range(0, Vocabulary).Select(Term)];
    private static readonly double[] Cumulative = Frequencies();

    private readonly Random random = new(seed);
    private int next;

    /// <summary>Two forms of one word; either stands in about one article in 300.</summary>
    public static IReadOnlyList<(string, string)> Pairs { get; } =
    [
        .. ("national nationaux|journal journaux|cheval chevaux|travail travaux|vitrail vitraux|bateau bateaux|genou genoux|actif active|heureux heureuse|acteur actrice|chanteur chanteuse|"
            + "professionnel professionnelles|européen européenne|premier premières|complet complète|nouveau nouvelle|beau belles|public publiques|grand grandes|élection élections|voter votaient|finir finissent|"
            + "député députées|récent récente|important importantes|city cities|tax taxes|church churches|stop stopped|carry carried|child children|woman women|wolf wolves|knife knives|crisis crises|criterion criteria|"
            + "foot feet|hero heroes|class classes|take taken|sell sold|agree agreed|bus buses|study studying|play played|vote voting|house housing|run ran|write written|company companies")
            .Split('|').Select(pair => pair.Split(' ')).Select(pair => (pair[0], pair[1])),
    ];

    public DateTimeOffset Now { get; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public IEnumerable<Article> Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = ++next;
            var time = Now.AddMinutes(-(1_100_000 - id) / 2.0);
            var pair = random.Next(6) == 0 ? Pairs[random.Next(Pairs.Count)] : default;
            var form = random.Next(2) == 0 ? pair.Item1 : pair.Item2;
            yield return new()
            {
                Id = id, UrlKey = $"k{id}", Url = $"https://s.example/{id}", Title = Text(8, null), ArrivedAt = time, Time = time, SourceId = 1 + random.Next(Sources),
                Language = form is null ? random.Next(2) == 0 ? "fr" : "en" : IsFrench(pair.Item1) ? "fr" : "en", Words = Words, IsWhole = true, Text = new() { Text = Text(Words, form) },
            };
        }
    }

    public IEnumerable<(string Name, IReadOnlyList<string> Queries)> Queries()
    {
        yield return ("of the 100 commonest terms", [.. Many(50, i => i % 2 == 0 ? Terms[random.Next(100)] : $"{Terms[random.Next(100)]} {Terms[random.Next(100)]}")]);
        yield return ("phrases", [.. Many(30, _ => $"\"{Terms[random.Next(200)]} {Terms[random.Next(200)]}\"")]);
        yield return ("filters", [.. Many(30, i => Filtered(i))]);
        yield return ("inflected forms", [.. Pairs.Select(pair => pair.Item2)]);
        yield return ("others", [.. Many(40, i => i % 3 == 0 ? $"{Drawn()} OR {Drawn()}" : i % 3 == 1 ? $"{Drawn()} -{Terms[random.Next(100)]}" : $"{Drawn()} {Drawn()}")]);
    }

    private string Filtered(int i) => (i % 5) switch
    {
        0 => $"{Terms[random.Next(100)]} source:{1 + random.Next(Sources)}",
        1 => $"{Terms[random.Next(100)]} lang:fr",
        2 => $"{Drawn()} after:2026-10-01",
        3 => $"{Terms[random.Next(100)]} before:2026-02-10",
        _ => $"{Terms[random.Next(1000)]} source:{1 + random.Next(Sources)} lang:en after:2026-01-01 -has:image",
    };

    private static IEnumerable<string> Many(int count, Func<int, string> make) => Enumerable.Range(0, count).Select(make);

    private static bool IsFrench(string word) => Pairs.Take(25).Any(pair => pair.Item1 == word);

    private string Text(int words, string? form)
    {
        var text = new StringBuilder(words * 7);
        var place = form is null ? -1 : random.Next(words);
        for (var i = 0; i < words; i++)
        {
            if (i > 0) text.Append(i % 12 == 0 ? ". " : " ");
            text.Append(i == place ? form : Drawn());
        }

        return text.ToString();
    }

    private string Drawn()
    {
        var at = Array.BinarySearch(Cumulative, random.NextDouble());
        return Terms[Math.Min(at < 0 ? ~at : at, Vocabulary - 1)];
    }

    /// <summary>A pronounceable word of its own for each number; it ends like no inflected form.</summary>
    private static string Term(int number)
    {
        var word = new StringBuilder();
        for (var rest = number + 3; rest > 0; rest /= 112) word.Append(Onsets[rest % 16]).Append(Vowels[rest / 16 % 7]);
        return word.Append('k').ToString();
    }

    private static double[] Frequencies()
    {
        var cumulative = new double[Vocabulary];
        var sum = 0.0;
        for (var rank = 0; rank < Vocabulary; rank++) cumulative[rank] = sum += 1.0 / (rank + 1);
        for (var rank = 0; rank < Vocabulary; rank++) cumulative[rank] /= sum;
        return cumulative;
    }
}
