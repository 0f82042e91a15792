using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Stories;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>A text with the name of its story.</summary>
internal sealed record Labelled(string Story, StoryText Text);

/// <summary>A labelled corpus of the shared data, and streams made of it.</summary>
internal sealed class StoryCorpus
{
    private StoryCorpus(string name) => (Name, Texts) = (name, Read(name));

    public static IReadOnlyList<StoryCorpus> All { get; } =
        [.. new[] { "rpm2_fr", "basil_en", "ecbplus_en", "allsides_en", "allsides_leads_en", "uci_titles_en" }.Select(name => new StoryCorpus(name))];

    public string Name { get; }

    public IReadOnlyList<Labelled> Texts { get; }

    /// <summary>Small streams of a few whole or half stories, in any order: what a window knows that has seen little.</summary>
    public IEnumerable<IReadOnlyList<Labelled>> Small(int seed, int each)
    {
        var random = new Random(seed);
        var stories = Texts.GroupBy(text => text.Story, StringComparer.Ordinal).Select(story => story.ToArray()).ToArray();
        foreach (var size in Sizes(each))
        {
            random.Shuffle(stories);
            var chosen = new List<Labelled>();
            foreach (var story in stories.TakeWhile(_ => chosen.Count < size))
            {
                random.Shuffle(story);
                chosen.AddRange(story.Take(1 + random.Next(3)));
            }

            yield return Shuffled(random, chosen);
        }
    }

    /// <summary>Small streams of one beat: texts that are all like one of them.</summary>
    public IEnumerable<IReadOnlyList<Labelled>> Beats(int seed, int each)
    {
        var random = new Random(seed);
        var stream = new LanguageStream(Texts[0].Text.Language!, StoryRule.Fitted);
        foreach (var (_, text) in Texts) stream.Keep(stream.Read(text), text.Id);
        var all = stream.Texts.ToList();
        foreach (var size in Sizes(each))
        {
            var alike = stream.Nearest(all[random.Next(all.Count)], size * 3).Select(text => Texts[text.Id]).ToArray();
            random.Shuffle(alike);
            yield return alike.Take(size).ToList();
        }
    }

    private static IEnumerable<int> Sizes(int each) => new[] { 6, 10, 20, 40 }.SelectMany(size => Enumerable.Repeat(size, each));

    private static List<Labelled> Shuffled(Random random, List<Labelled> texts)
    {
        var array = texts.ToArray();
        random.Shuffle(array);
        return [.. array];
    }

    private static List<Labelled> Read(string name)
    {
        var texts = new List<Labelled>();
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Folder, "corpus", "dedup", $"{name}.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var article = document.RootElement;
            texts.Add(new(article.GetProperty("story").GetString()!, new(
                texts.Count, article.GetProperty("title").GetString() ?? "", article.GetProperty("text").GetString() ?? "", article.GetProperty("language").GetString(),
                article.GetProperty("published").GetString() is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null)));
        }

        return texts;
    }
}
