using System.Collections.Frozen;

namespace Aggregator.Reading.Text;

/// <summary>
/// What the letters of a word say about its language: beginnings, ends and letters that are common in one of the seven and rare in the others. Weak evidence, for
/// headlines, which have few function words.
/// </summary>
internal static class WordShapes
{
    // In the order of FunctionWordTally.Languages. A capital marks nothing; ^ is the beginning of a word, $ its end.
    private static readonly string[] Shapes =
    [
        "eur$ eurs$ eux$ euse$ euses$ aux$ ique$ iques$ ment$ tion$ tions$ é$ ée$ és$ ées$ ais$ ait$ aient$ ez$ ois$ oir$ oire$ ière$ ières$ age$ ages$ ouv oeu œu ^qu ç ê è û eau eaux$ elle$ elles$ ette$ ant$ ants$ ier$ iers$ ité$ ités$ aire$ aires$",
        "ing$ ings$ ght ^wh th$ ^th sh$ ^sh ck$ cks$ ^kn ^wr ly$ ness$ ful$ ed$ ers$ ies$ tion$ tions$ ment$ ments$ ow$ ew$ ay$ ays$ oo ee ould$ ty$ ry$ cy$ al$ ual$ ive$ able$ ance$ ence$ ^un ous$ ll$ ss$ ks$ ts$ st$ nd$ ld$",
        "ung$ ungen$ lich$ liche$ lichen$ keit$ heit$ isch$ ische$ ischen$ sch ß ä ö ü tz ^ge ^ver ^zu ^vor ^auf ^aus ^ein eit$ ern$ elt$ ert$ icht$ acht$ cht$ chen$ pf ^st ei ie$ rn$ nd$",
        "ción$ ciones$ sión$ dad$ dades$ ado$ ada$ ados$ adas$ ido$ ida$ ñ ll ^hue ^hie uev ió$ ó$ í ía$ ías$ ero$ era$ eros$ iento$ mente$ illo$ illa$ uer zar$ os$ res$ ^qu ^gu ez$ aje$",
        "zione$ zioni$ sione$ ità$ gli ggi cch cci zz ato$ ata$ ati$ ate$ ito$ uto$ ere$ are$ ire$ mente$ aggio$ tore$ tori$ ezza$ ò$ ù$ ì$ chi$ che$ ghe$ ghi$ osi$ oso$ ale$ ali$ ano$ ono$ ello$ ella$ ini$ ino$ tt ss pp bb ^sc ^sp",
        "ij aa oo uu ee heid$ heden$ lijk$ lijke$ sch$ ^ge ^ver ^ont ing$ ingen$ en$ oe ui ieuw eer$ aar$ oor$ cht$ ^be tje$ tjes$ dt$ kt$ gt$ zen$ ^zw eu euw kk ^vr",
        "ção$ ções$ são$ dade$ dades$ ã õ lh nh ão$ ões$ ado$ ada$ ados$ adas$ ido$ ida$ ê ç ê inho$ inha$ eiro$ eira$ mente$ ou$ agem$ ^qu em$ im$ om$ ei$ oi$ vel$ ões$ res$ ais$",
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
