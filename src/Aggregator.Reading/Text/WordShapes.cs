using System.Collections.Frozen;

namespace Aggregator.Reading.Text;

/// <summary>
/// What the letters of a word say about its language: beginnings, ends and letters that are common in one of the seven and rare in the others. Weak evidence, for
/// headlines, which have few function words.
/// </summary>
internal static class WordShapes
{
    private static readonly WordList List = WordList.Read("word-shapes.txt");

    // In the order of FunctionWordTally.Languages. A capital marks nothing; ^ is the beginning of a word, $ its end.
    private static readonly string[] Shapes =
    [
        List.Text("fr"),
        List.Text("en"),
        List.Text("de"),
        List.Text("es"),
        List.Text("it"),
        List.Text("nl"),
        List.Text("pt"),
    ];

    private static readonly ShapeTable Beginnings = new(Shapes, shape => shape[0] == '^'), Ends = new(Shapes, shape => shape[^1] == '$'), Inside = new(Shapes, shape => shape[0] != '^' && shape[^1] != '$');

    /// <summary>How much the letters speak for each language, at most 1 together; null when they say nothing.</summary>
    /// <param name="word">In lower case.</param>
    public static double[]? Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return null;
        var scores = new double[Shapes.Length];
        for (var length = Math.Min(word.Length, Beginnings.Longest); length > 0; length--) Beginnings.Add(word[..length], scores);
        for (var length = Math.Min(word.Length, Ends.Longest); length > 0; length--) Ends.Add(word[^length..], scores);
        for (var at = 0; at < word.Length; at++)
        {
            for (var length = Math.Min(word.Length - at, Inside.Longest); length > 0; length--)
            {
                // Twice in a word says no more than once.
                if (Inside.Has(word.Slice(at, length)) && word.IndexOf(word.Slice(at, length)) == at) Inside.Add(word.Slice(at, length), scores);
            }
        }

        var sum = scores.Sum();
        for (var i = 0; i < scores.Length && sum > 0; i++) scores[i] /= sum;
        return sum > 0 ? scores : null;
    }

    /// <summary>The shapes of one place in a word, with what each weighs for each language.</summary>
    private sealed class ShapeTable
    {
        private readonly FrozenDictionary<string, double[]>.AlternateLookup<ReadOnlySpan<char>> weights;

        public ShapeTable(IReadOnlyList<string> lines, Func<string, bool> isHere)
        {
            var table = new Dictionary<string, double[]>(StringComparer.Ordinal);
            for (var language = 0; language < lines.Count; language++)
            {
                foreach (var shape in lines[language].Split(' ').Where(isHere).Select(shape => shape.Trim('^', '$')).Distinct())
                {
                    if (!table.TryGetValue(shape, out var weight)) table[shape] = weight = new double[lines.Count];
                    weight[language] += shape.Length > 1 ? shape.Length - 1 : shape[0] > 127 ? 2 : 1;
                }
            }

            Longest = table.Keys.Max(shape => shape.Length);
            weights = table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public int Longest { get; }

        public bool Has(ReadOnlySpan<char> shape) => weights.ContainsKey(shape);

        public void Add(ReadOnlySpan<char> shape, double[] scores)
        {
            if (!weights.TryGetValue(shape, out var weight)) return;
            for (var i = 0; i < scores.Length; i++) scores[i] += weight[i];
        }
    }
}
