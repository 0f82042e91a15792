using Aggregator.Curation.Facts;

namespace Aggregator.Curation.Checks;

/// <summary>Names of a text that no source has. Pure.</summary>
internal static class NameCheck
{
    public static IEnumerable<Finding> Of(TextUnit unit, FactIndex index)
    {
        var words = WordReader.Read(unit.Text, unit.Field is "heading" or "title");
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!IsCandidate(word, unit.Text) || unit.IsReference(word.Start, word.Length)) continue;
            var next = i + 1 < words.Count && words[i + 1].FollowsOn ? words[i + 1] : null;
            var last = i > 0 && word.FollowsOn ? words[i - 1] : null;
            if (!index.HasWord(word.Form))
            {
                if (Unknown(word, last, next, index) is { IsFinding: true } unknown) yield return Said(unit, word.Start, word.Length, unknown.Instead);
            }
            else if (last is not null && IsCandidate(last, unit.Text) && Strangers(last, word, index) is { } instead) yield return Said(unit, last.Start, word.End - last.Start, instead);
        }
    }

    private static bool IsCandidate(WordFact word, string text) =>
        word is { IsCapital: true, Form.Length: > 1 } && !CommonWords.Has(word.Form) && char.IsLetter(text[word.Start]) && !IsRoman(text.AsSpan(word.Start, word.Length));

    /// <summary>A word that no source has: within a sentence its capital makes it a name; at the beginning of one, what stands beside it must.</summary>
    private static (bool IsFinding, string? Instead) Unknown(WordFact word, WordFact? last, WordFact? next, FactIndex index)
    {
        var instead = index.Nearest(word.Form)
            ?? (next is { IsCapital: true } ? index.NamesBefore(next.Form).Where(name => index.IsName(name)).Select(name => $"{index.Written(name)} {index.Written(next.Form)}").FirstOrDefault() : null)
            ?? (last is { IsCapital: true } ? index.NamesAfter(last.Form).Where(name => index.IsName(name)).Select(name => $"{index.Written(last.Form)} {index.Written(name)}").FirstOrDefault() : null);
        return (!word.BeginsSentence || instead is not null, instead);
    }

    /// <summary>Two names that sources know, but never together, though each stands with others.</summary>
    private static string? Strangers(WordFact first, WordFact second, FactIndex index)
    {
        if (index.HasPair(first.Form, second.Form) || !index.IsName(first.Form) || !index.IsName(second.Form) || (first.BeginsSentence && !index.IsName(first.Form))) return null;
        var others = index.NamesBefore(second.Form).Where(name => index.IsName(name)).Select(name => $"{index.Written(name)} {index.Written(second.Form)}")
            .Concat(index.NamesAfter(first.Form).Where(name => index.IsName(name)).Select(name => $"{index.Written(first.Form)} {index.Written(name)}"));
        return others.FirstOrDefault();
    }

    private static bool IsRoman(ReadOnlySpan<char> word) => word.Length <= 6 && word.TrimEnd("eèr").IndexOfAnyExcept("IVXLC") < 0;

    private static Finding Said(TextUnit unit, int start, int length, string? instead)
    {
        var words = unit.Text.Substring(start, length);
        return new(
            FindingKind.NameUnknown, Severity.Warn, unit.Place(start, length), $"«\u00A0{words}\u00A0» ne figure dans aucune source{(instead is null ? "" : $"\u00A0; elles écrivent «\u00A0{instead}\u00A0»")}.",
            $"“{words}” is in no source{(instead is null ? "" : $"; they write “{instead}”")}.")
        {
            Theirs = instead, Repair = instead is null || instead.Contains(' ', StringComparison.Ordinal) != words.Contains(' ', StringComparison.Ordinal) ? null : new(start, length, instead),
        };
    }
}
