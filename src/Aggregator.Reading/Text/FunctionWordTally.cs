using System.Collections.Frozen;

namespace Aggregator.Reading.Text;

/// <summary>Counts function words per language; a word that n languages share counts 1/n for each.</summary>
internal sealed class FunctionWordTally
{
    /// <summary>In running text function words tell enough, and the shapes of names would only add noise.</summary>
    private const int LettersCountUntil = 30;

    public static readonly string[] Languages = ["fr", "en", "de", "es", "it", "nl", "pt"];

    private static readonly string[] Lists =
    [
        "le la les un une des du de et est en que qui dans pour pas par sur plus ce cette ces il elle ils elles on nous vous je tu ne se sa son ses leur leurs avec au aux mais ou où donc être été sont ont fait comme tout tous toute même aussi sans entre après avant sous cela ainsi dont lors très avoir était peut deux notre votre c d l n s j qu à contre pourquoi comment selon vers chez depuis pendant moins encore jamais déjà quand trois face",
        "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do my your how our i me just most also says over why against back off down before under first us through says while should where still being does",
        "der die das und in zu den von mit ist des sich auf für im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir ihr ihre seine kann gegen vom können schon wenn unter keine beim will wegen seit ohne heute neue neuen gegen mehr jetzt warum soll erste",
        "el la los las un una de y en que es por con para se del al lo no su como más sus pero este esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro ha son está fue ser era tiene han puede tras según hacia nueva así cada hoy vez mañana dos",
        "il lo la i gli le un uno una di e che è in per con non si da del della dei delle al alla nel nella sono ha più come anche ma se suo sua loro questo questa ci o a dal dalla sul sulla tra fra quando dove chi essere stato hanno era perché molto tutti tutto degli ai due dopo ancora prima così io mi ed contro nuova nuovo oggi domani senza secondo fino due",
        "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar door bij uit naar over tot werd heeft worden wordt meer deze dit die of nog kan geen hij zij ze je we ik haar hun was al veel moet tegen onder tussen hebben had zou wel ons onze na sinds omdat waar wil tussen weer wie waarom nieuwe geen eerste zonder jaar",
        "o a os as um uma de e do da dos das em no na nos nas que é para com não por se mais como mas ao aos à foi ele ela seu sua ou ser quando muito há já está eu também só pelo pela até isso entre era depois sem mesmo têm são pode este esta nem suas meu num seus são você foram tem após nova novo hoje amanhã sobre contra já dois porque",
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
