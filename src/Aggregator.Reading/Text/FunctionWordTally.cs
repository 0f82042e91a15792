using System.Collections.Frozen;

namespace Aggregator.Reading.Text;

/// <summary>Counts function words per language; a word that n languages share counts 1/n for each.</summary>
internal sealed class FunctionWordTally
{
    private static readonly WordList List = WordList.Read("function-words.txt");

    /// <summary>In running text function words tell enough, and the shapes of names would only add noise.</summary>
    private const int LettersCountUntil = 30;

    public static readonly string[] Languages = ["fr", "en", "de", "es", "it", "nl", "pt"];

    private static readonly string[] Lists =
    [
        List.Text("fr"),
        List.Text("en"),
        List.Text("de"),
        List.Text("es"),
        List.Text("it"),
        List.Text("nl"),
        List.Text("pt"),
    ];

    /// <summary>The commonest word of a language: each list begins with it.</summary>
    public static string CommonestOf(string language) => Lists[Array.IndexOf(Languages, language)].Split(' ', 2)[0];

    private static readonly FrozenDictionary<string, double[]> Weights = Build();
    private static readonly FrozenDictionary<string, double[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Weights.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly double[] _scores = new double[Languages.Length];
    private int _words, _known;

    public void Count(ReadOnlySpan<char> word)
    {
        _words++;
        Span<char> lower = stackalloc char[24];
        if (word.Length > lower.Length) return;
        var folded = LowerCase.Of(word, lower);
        if (Lookup.TryGetValue(folded, out var weights)) Add(weights, 1);
        else if (_words <= LettersCountUntil && WordShapes.Of(folded) is { } shape) Add(shape, 0.5);
    }

    private void Add(double[] weights, double factor)
    {
        _known++;
        for (var i = 0; i < weights.Length; i++) _scores[i] += weights[i] * factor;
    }

    /// <summary>The language ahead of all others by a clear margin, if enough was counted.</summary>
    /// <param name="leastWords">Words that a text must have.</param>
    public string? Leader(int leastWords) => _words < leastWords || _known == 0 ? null : Ahead(0.08);

    /// <summary>The leader of a text that is said to be in one of the languages: what is said counts as much as a few function words of it.</summary>
    /// <param name="declared">One of <see cref="Languages"/>.</param>
    /// <param name="worth">Function words.</param>
    public string LeaderOver(string declared, double worth)
    {
        _scores[Array.IndexOf(Languages, declared)] += worth;
        return Ahead(0.08) ?? declared;
    }

    /// <summary>The leader of a text that is said to be in a language that is not counted here, if the text is as full of its words as running text is.</summary>
    /// <param name="leastWords">Words that a text must have.</param>
    /// <param name="leastShare">Part of the words that must speak for it.</param>
    public string? LeaderWithShare(int leastWords, double leastShare) => _words < leastWords ? null : Ahead(leastShare);

    private string? Ahead(double leastShare)
    {
        var (best, second) = (Array.IndexOf(_scores, _scores.Max()), 0.0);
        for (var i = 0; i < _scores.Length; i++)
            if (i != best) second = Math.Max(second, _scores[i]);
        var sure = _scores[best] >= 1 && _scores[best] >= second * 1.4 && _scores[best] >= _words * leastShare;
        return sure ? Languages[best] : null;
    }

    /// <summary>The commonest words of a language, as they are written; none of a language that is not counted.</summary>
    /// <param name="language">A primary language subtag.</param>
    public static IReadOnlyList<string> WordsOf(string language) => Array.IndexOf(Languages, language) is >= 0 and var at ? Lists[at].Split(' ') : [];

    private static FrozenDictionary<string, double[]> Build()
    {
        var weights = new Dictionary<string, double[]>();
        for (var i = 0; i < Lists.Length; i++)
        {
            foreach (var word in Lists[i].Split(' '))
            {
                if (!weights.TryGetValue(word, out var shares)) weights[word] = shares = new double[Languages.Length];
                shares[i] = 1;
            }
        }

        foreach (var shares in weights.Values)
        {
            var sum = shares.Sum();
            for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        }

        return weights.ToFrozenDictionary();
    }
}
