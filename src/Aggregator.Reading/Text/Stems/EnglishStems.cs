using System.Collections.Frozen;

namespace Aggregator.Reading.Text.Stems;

/// <summary>
/// A light stemmer for English: the plural by D. Harman's S-stemmer ("How effective is suffixing?", JASIS 1991), -ed and -ing by step 1b of M.
/// Porter's second stemmer (snowballstem.org, 2001), and irregular forms from a list. Derivation stays.
/// </summary>
internal static class EnglishStems
{
    private static readonly WordList List = WordList.Read("english-forms.txt");

    /// <summary>Forms that no rule makes (Quirk et al., A Comprehensive Grammar of the English Language, §3.11–19 and §5.80–97).</summary>
    private static readonly FrozenDictionary<string, string> Irregular = Forms(List.Text("irregular", '|'));

    /// <summary>Harman's three rules with their exceptions, and sibilants, whose plural takes -es.</summary>
    private static readonly SuffixRule[] Plural =
    [
        new("eies", "eie", 0), new("aies", "aie", 0), new("ies", "y", 2), new("sses", "ss", 1), new("shes", "sh", 1), new("ches", "ch", 1), new("xes", "x", 1), new("oes", "o", 2),
        new("us", "us", 0), new("ss", "ss", 0), new("is", "is", 0), new("s", "", 2),
    ];

    private static readonly SuffixRule[] Past = [new("eed", "ee", 1), new("ied", "y", 2), new("ying", "y", 2), new("ed", "", 2), new("ing", "", 2)];

    /// <param name="word">Folded.</param>
    public static string Of(string word)
    {
        if (word.Length < 3 || char.IsAsciiDigit(word[0])) return word;
        if (Irregular.TryGetValue(word, out var known)) word = known;
        else word = WithoutPast(SuffixRule.First(word, Plural));
        return WithoutEnd(word);
    }

    /// <summary>What is left must hold a vowel: "red" and "ring" are words.</summary>
    private static string WithoutPast(string word)
    {
        var shorter = SuffixRule.First(word, Past);
        return shorter.AsSpan().IndexOfAny("aeiouy") >= 0 ? shorter : word;
    }

    /// <summary>"hope" and "hop(p)ing", "city" and "cities" meet: the last -e and a doubled consonant go, -y after a consonant is -i (Porter 1c, 5).</summary>
    private static string WithoutEnd(string word)
    {
        if (word.Length > 3 && word[^1] == 'e') word = word[..^1];
        if (word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('e' or 'o')) word = word[..^1];
        return word.Length > 2 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "i" : word;
    }

    private static FrozenDictionary<string, string> Forms(string list) => list.Split('|').Select(line => line.Split(' '))
        .SelectMany(forms => forms.Skip(1).Select(form => (Form: form, Word: forms[0]))).DistinctBy(pair => pair.Form)
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Word, StringComparer.Ordinal);
}
