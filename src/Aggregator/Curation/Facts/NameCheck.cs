using Aggregator.Curation.Checks;

namespace Aggregator.Curation.Facts;

/// <summary>Names of a text that no source has. Pure.</summary>
internal static class NameCheck
{
    /// <summary>Words that begin sentences or stand before names and are none.</summary>
    private static readonly HashSet<string> Common = new(
        ("le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je tu en y et ou mais donc or ni car a au aux dans sur par pour sans sous avec chez entre vers selon si son sa ses leur leurs notre nos votre vos "
        + "mon ma mes ton ta tes qui que quoi dont ou quand comme puis alors ainsi aussi apres avant depuis pendant lors des malgre contre plus moins tres tout toute tous toutes autre autres meme chaque aucun aucune plusieurs certains certaines "
        + "voici voila pourtant cependant toutefois enfin ensuite reste rien personne quelque quelques quel quelle quels quelles est sont sera ont avait etait fut deux trois quatre cinq six sept huit neuf dix premier premiere dernier derniere "
        + "m mm mme mlle dr pr mr mrs ms me sir lady mgr "
        + "the a an this that these those it its he she they we you i his her their our your my in on at by for with from to of and but or nor so yet as if when while after before since until during under over about into through between "
        + "who what which where why how there here now then thus also even still just only not no yes all some any each every both few many most other another such than too very one two three four five six seven eight nine ten first last "
        + "is are was were be been has have had do does did will would can could should may might must "
        + "dear bonjour bonne bon hello merci thanks note read lire "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december").Split(' '), StringComparer.Ordinal);

    public static bool IsCommon(string form) => Common.Contains(form);

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
        word is { IsCapital: true, Form.Length: > 1 } && !Common.Contains(word.Form) && char.IsLetter(text[word.Start]) && !IsRoman(text.AsSpan(word.Start, word.Length));

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
