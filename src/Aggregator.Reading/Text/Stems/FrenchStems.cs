using System.Collections.Frozen;

namespace Aggregator.Reading.Text.Stems;

/// <summary>
/// A light stemmer for French: number and gender of nouns and adjectives, the regular verbs' common endings. After the idea of J. Savoy
/// ("Light stemming approaches for the French, Portuguese, German and Hungarian languages", SAC 2006): inflection goes, derivation stays, for
/// "nation" and "nationaliser" are not one word to a reader. The rules are of the grammar named beside each.
/// </summary>
internal static class FrenchStems
{
    /// <summary>Irregular forms (Grevisse, Le bon usage: plurals in -aux of words in -ail, §525; feminines and forms before a vowel, §547–554).</summary>
    private static readonly FrozenDictionary<string, string> Irregular = WordList.Read("french-forms.txt")["irregular"]
        .Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Plurals (Grevisse §520–526): -aux of -al, but not -eaux of -eau; -x after -eu, -ou, -eau; -s.</summary>
    private static readonly SuffixRule[] Number = [new("eaux", "eau", 1), new("aux", "al", 2), new("eux", "eu", 1), new("oux", "ou", 2), new("ss", "ss", 0), new("s", "", 3)];

    /// <summary>
    /// Feminines (Grevisse §545–556): -euse of -eux and -eur, -trice of -teur, -ive of -if, -elle of -el, -enne of -en, -onne of -on, -ere of -er,
    /// -ete of -et. Masculine and feminine meet in one form.
    /// </summary>
    private static readonly SuffixRule[] Gender =
    [
        new("trice", "teur", 2), new("teuse", "teur", 2), new("euse", "eu", 2), new("elle", "el", 2), new("ielle", "iel", 2), new("enne", "en", 2), new("onne", "on", 2),
        new("ive", "if", 2), new("iere", "ier", 2), new("ette", "et", 3), new("que", "c", 4),
    ];

    /// <summary>
    /// Verbs of the first group and the present and past of the second (Bescherelle, tables 6 and 19), and the final -e of feminines and of
    /// the present. Words in -ment stay; adjectives in -ent and -ant go with the verb forms, and so must their feminines.
    /// </summary>
    private static readonly SuffixRule[] Verb =
    [
        new("issaient", "i", 2), new("issement", "issement", 0), new("issent", "i", 2), new("issant", "i", 2), new("issait", "i", 2), new("issons", "i", 2), new("issez", "i", 2),
        new("eraient", "", 3), new("eront", "", 3), new("erait", "", 3), new("erons", "", 3), new("erez", "", 3), new("aient", "", 3), new("erent", "", 3),
        new("ment", "ment", 0), new("ente", "", 3), new("ent", "", 3), new("ante", "", 4), new("ant", "", 4), new("ait", "", 3), new("era", "", 3), new("ons", "", 4), new("ees", "", 3), new("ee", "", 3), new("er", "", 3),
        new("ez", "", 3), new("es", "", 3), new("ir", "i", 3), new("it", "i", 3), new("ie", "i", 3), new("e", "", 3),
    ];

    /// <param name="word">Folded.</param>
    public static string Of(string word)
    {
        if (word.Length < 3 || char.IsAsciiDigit(word[0])) return word;
        if (Irregular.TryGetValue(word, out var known) || (word[^1] == 's' && Irregular.TryGetValue(word[..^1], out known))) word = known;
        else word = SuffixRule.First(word, Number);
        word = SuffixRule.First(SuffixRule.First(word, Gender), Verb);
        return WithoutDoubled(word);
    }

    /// <summary>"appel" and "appelle", "bon" and "bonne": a doubled last consonant is one.</summary>
    private static string WithoutDoubled(string word) => word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('e' or 'o') ? word[..^1] : word;
}
