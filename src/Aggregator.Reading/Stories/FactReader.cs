using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>Finds names, figures and words for what happened in a French or an English text, clause by clause.</summary>
internal sealed partial class FactReader
{
    /// <summary>What a name or word weighs at least that stands in every third text; one that stands in none weighs 1.</summary>
    private const double LeastWeight = 0.15;

    /// <summary>What a word counts that introduces a name.</summary>
    private const double Introducing = 0.4;

    private readonly FactTally tally;
    private readonly bool french;
    private readonly EventWords table;
    private readonly PressWords common;
    private readonly FigureReader figures;
    private TextPlace place;

    private FactReader(FactTally tally, bool french)
    {
        (this.tally, this.french) = (tally, french);
        (table, common) = french ? (EventWords.French, PressWords.Of("fr")) : (EventWords.English, PressWords.Of("en"));
        figures = new(tally, table, french);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Its first sentence is its title.</param>
    /// <param name="french">It is French, not English.</param>
    /// <param name="tally">Where what is found goes.</param>
    public static void Read(string text, bool french, FactTally tally)
    {
        var reader = new FactReader(tally, french);
        foreach (var (number, sentence) in Sentences.Of(text).Index())
        {
            reader.place = (TextPlace)Math.Min(number, (int)TextPlace.Later);
            foreach (var (at, clause) in ClauseEnd().Split(text[sentence]).Index()) reader.ReadClause(new(clause), at == 0);
        }
    }

    private void ReadClause(Clause clause, bool opensSentence)
    {
        for (var at = 0; at < clause.Words.Count; at++)
        {
            var word = clause.Words[at];
            // "Le gouvernement norvégien" is Norway's.
            if (french && word.Length > 3 && !clause.IsCapital(at) && table.MeaningsOf(word).Count == 0 && Exonyms.Of(word).Count > 0) AddName(word);
            var isKnown = AddWord(clause, at) || NumberWords.ValueOf(word) is not null || table.TellsWho(word);
            // Every sentence begins with a capital.
            if (clause.IsCapital(at) && !(opensSentence && at == 0 && isKnown)) AddName(clause.NameAt(at));
        }

        figures.Read(clause, place, place != TextPlace.Title && clause.Words.Exists(table.Describes));
    }

    /// <returns>Whether it is a word whose meaning we know.</returns>
    private bool AddWord(Clause clause, int at)
    {
        var word = clause.Words[at];
        if (word.Length < 3 || StopWords.Contains(word) || table.TellsWho(word) || char.IsDigit(word[0])) return false;
        var next = clause.Words.Skip(at + 1).FirstOrDefault(other => !StopWords.Contains(other));
        var meanings = table.MeaningsOf(word).Concat(next is null ? [] : table.MeaningsOf(word, next)).ToList();
        var root = FactWord.RootOf(word);
        if (meanings.Count == 0 && root is null) return false;
        tally.AddWord(new(word, meanings, root, RarityOf(word) * (Introduces(clause, at) ? Introducing : 1), place));
        return meanings.Count > 0;
    }

    /// <summary>"The steel maker Arvenza", "le loueur nantais Cyclora": a word right before a name says who that is.</summary>
    private static bool Introduces(Clause clause, int at)
    {
        for (var next = at + 1; next < clause.Words.Count && next <= at + 2 && !StopWords.Contains(clause.Words[next]); next++)
        {
            if (clause.IsCapital(next)) return true;
        }

        return false;
    }

    private void AddName(string? name)
    {
        var folded = FoldedText.Of(name ?? "");
        if (folded.Length < 2 || StopWords.Contains(folded)) return;
        tally.AddName(Exonyms.Of(folded).Append(folded).Min(StringComparer.Ordinal)!, RarityOf(folded));
    }

    private double RarityOf(string folded)
    {
        var share = Math.Max(common.ShareOf(folded), common.ShareOf(folded.TrimEnd('s')));
        return share <= 0 ? 1 : Math.Clamp(-Math.Log10(share) / 3, LeastWeight, 1);
    }

    /// <summary>A comma within a number ends nothing.</summary>
    [GeneratedRegex(@"[;:()«»""“”–—]+|,(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClauseEnd();
}
