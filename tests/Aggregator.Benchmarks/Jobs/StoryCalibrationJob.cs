using System.Globalization;
using Aggregator.Reading.Stories;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Fits the weights of <see cref="StoryRule"/> on the labelled corpora and says what they are worth: with all of them, and for each corpus
/// with weights fitted on the other five. Of each corpus's weight .7 lies on the corpus as one stream, .3 on small streams made of it.
/// </summary>
internal static class StoryCalibrationJob
{
    private const double ShareOfSmall = 0.3;
    private const int SmallOfEachSize = 30;

    public static int Run()
    {
        var examples = StoryCorpus.All.Select(ExamplesOf).ToList();
        var all = LogisticRegression.Fit([.. examples.SelectMany(corpus => corpus)]);
        Console.WriteLine($"weights: {string.Join(", ", all.Select(weight => weight.ToString("0.##", CultureInfo.InvariantCulture)))}");
        Console.WriteLine($"{"corpus",-20}{"single pass",12}{"reviewed",10}{"precision",11}{"recall",8}{"left out",10}");
        foreach (var (at, corpus) in StoryCorpus.All.Index())
        {
            var (first, reviewed) = Stories(corpus.Texts, new(all));
            var others = LogisticRegression.Fit([.. examples.Where((_, other) => other != at).SelectMany(other => other)]);
            var leftOut = BCubed.Of(Stories(corpus.Texts, new(others)).Reviewed);
            var score = BCubed.Of(reviewed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{corpus.Name,-20}{BCubed.Of(first).F1,12:0.000}{score.F1,10:0.000}{score.Precision,11:0.000}{score.Recall,8:0.000}{leftOut.F1,10:0.000}"));
        }

        return 0;
    }

    private static IReadOnlyList<Example> ExamplesOf(StoryCorpus corpus)
    {
        var whole = ExamplesOf(corpus.Texts);
        var small = corpus.Small(7, SmallOfEachSize).Concat(corpus.Beats(8, SmallOfEachSize)).SelectMany(ExamplesOf).ToList();
        return [.. Weighted(whole, 1 - ShareOfSmall), .. Weighted(small, ShareOfSmall)];
    }

    private static IEnumerable<Example> Weighted(List<Example> examples, double share) => examples.Select(example => example with { Weight = share / examples.Count });

    /// <summary>Puts each text where it belongs; every story found for it before is an example.</summary>
    private static List<Example> ExamplesOf(IReadOnlyList<Labelled> texts)
    {
        var stream = new LanguageStream(texts[0].Text.Language!, StoryRule.Fitted);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var examples = new List<Example>();
        foreach (var (story, text) in texts)
        {
            var read = stream.Read(text);
            if (!numbers.TryGetValue(story, out var number)) numbers.Add(story, number = numbers.Count);
            foreach (var (candidate, evidence) in stream.Candidates(read))
            {
                var terms = new double[StoryRule.TermCount];
                StoryRule.Terms(evidence, terms);
                examples.Add(new(terms, candidate.Id == number, 1));
            }

            stream.Keep(read, number);
        }

        return examples;
    }

    private static (List<(string, int)> First, List<(string, int)> Reviewed) Stories(IReadOnlyList<Labelled> texts, StoryRule rule)
    {
        var matcher = new StoryMatcher(StoryWindow.Endless, rule);
        var first = texts.Select(text => (text.Story, Found: matcher.Add(text.Text))).ToList();
        var moved = matcher.Review();
        return (first, [.. texts.Select((text, at) => (text.Story, moved.GetValueOrDefault(text.Text.Id, first[at].Found)))]);
    }
}

/// <summary>Bagga and Baldwin 1998: precision and recall of each text's story, averaged over the texts.</summary>
internal sealed record BCubed(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static BCubed Of(List<(string Gold, int Found)> texts)
    {
        var gold = texts.CountBy(text => text.Gold).ToDictionary();
        var found = texts.CountBy(text => text.Found).ToDictionary();
        var both = texts.CountBy(text => text).ToList();
        return new(
            both.Sum(cell => (double)cell.Value * cell.Value / found[cell.Key.Found]) / texts.Count, both.Sum(cell => (double)cell.Value * cell.Value / gold[cell.Key.Gold]) / texts.Count);
    }
}
