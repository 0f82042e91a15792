namespace Aggregator.Reading.Stories;

/// <summary>The words of the texts in a window, each with a number and with the count of texts that hold it. A word leaves with its last text.</summary>
internal sealed class Vocabulary
{
    /// <summary>
    /// Texts supposed beside those of the window, each with the words that the press usually uses, so that the rarity of words means the same
    /// in a small window and a large one: without them, cosines rise as a window fills, and "government" is rare until it has.
    /// </summary>
    private const double SupposedTexts = 300;

    /// <summary>Taken off a word's count of texts, which includes the text at hand: a word nobody else has is the rarest.</summary>
    private const double OwnShare = 0.3;

    private static readonly float[] CountWeights = [0, .. Enumerable.Range(1, byte.MaxValue).Select(count => 1 + MathF.Log(count))];

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> words = [];
    private readonly Stack<int> free = new();
    private int[] textCounts = new int[1_024];
    private float[] logCounts = new float[1_024];
    private float logTexts;
    private int texts;

    private readonly PressWords usual;
    private readonly double supposedTexts; // none where the usual words are not known: the window alone can tell
    private float[] supposed = new float[1_024]; // of the supposed texts, how many hold the word

    public Vocabulary(PressWords usual)
    {
        (lookup, this.usual) = (ids.GetAlternateLookup<ReadOnlySpan<char>>(), usual);
        supposedTexts = usual.IsEmpty ? 0 : SupposedTexts;
    }

    /// <summary>Above every number in use.</summary>
    public int Capacity => textCounts.Length;

    /// <summary>How many texts of the window hold the word.</summary>
    public int TextCount(int id) => textCounts[id];

    /// <summary>Inverse document frequency, natural logarithm; never negative.</summary>
    public float Rarity(int id) => MathF.Max(0, logTexts - logCounts[id]);

    /// <summary>TF-IDF: (1 + ln count) · rarity.</summary>
    public float Weight(Term term) => CountWeights[term.Count] * Rarity(term.Id);

    /// <summary>The length of a text's vector.</summary>
    public double Norm(ReadOnlySpan<Term> terms)
    {
        double squared = 0;
        foreach (var term in terms) squared += Math.Pow(Weight(term), 2);
        return Math.Sqrt(squared);
    }

    public string WordOf(int id) => words[id];

    public int IdOf(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var id)) return id;
        if (!free.TryPop(out id)) id = NewId();
        words[id] = word.ToString();
        ids.Add(words[id], id);
        supposed[id] = (float)(supposedTexts * usual.ShareOfStem(word));
        SetCount(id, 0);
        return id;
    }

    public void AddText(ReadOnlySpan<Term> terms)
    {
        SetTexts(texts + 1);
        foreach (var term in terms) SetCount(term.Id, textCounts[term.Id] + 1);
    }

    public void RemoveText(ReadOnlySpan<Term> terms)
    {
        SetTexts(texts - 1);
        foreach (var term in terms)
        {
            SetCount(term.Id, textCounts[term.Id] - 1);
            ForgetUnused(term.Id);
        }
    }

    /// <summary>Gives the number of a word that no text holds to the next new word.</summary>
    public void ForgetUnused(int id)
    {
        if (textCounts[id] > 0) return;
        ids.Remove(words[id]);
        words[id] = "";
        free.Push(id);
    }

    private int NewId()
    {
        words.Add("");
        if (words.Count > textCounts.Length)
        {
            Array.Resize(ref textCounts, textCounts.Length * 2);
            Array.Resize(ref logCounts, logCounts.Length * 2);
            Array.Resize(ref supposed, supposed.Length * 2);
        }

        return words.Count - 1;
    }

    private void SetTexts(int count) => logTexts = (float)Math.Log(Math.Max(1, supposedTexts + (texts = count)));

    private void SetCount(int id, int count)
    {
        textCounts[id] = count;
        logCounts[id] = (float)Math.Log(Math.Max(1, count) - OwnShare + supposed[id]);
    }
}
