using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The verbs that say that somebody says something, in the forms news texts use.</summary>
internal sealed class SpeechVerbs
{
    private static readonly WordList List = WordList.Read("speech-verbs.txt");

    public static readonly SpeechVerbs French = MakeFrench(), English = MakeEnglish();

    private FrozenSet<string> Finite { get; init; } = FrozenSet<string>.Empty;

    private FrozenSet<string> Participles { get; init; } = FrozenSet<string>.Empty;

    private FrozenSet<string> Present { get; init; } = FrozenSet<string>.Empty;

    private FrozenSet<string> Infinitives { get; init; } = FrozenSet<string>.Empty;

    private FrozenSet<string> Reporting { get; init; } = FrozenSet<string>.Empty;

    /// <summary>"dit", "affirme", "said", "calls".</summary>
    public bool IsFinite(string word) => Finite.Contains(word);

    /// <summary>"déclaré", "saying".</summary>
    public bool IsParticiple(string word) => Participles.Contains(word);

    /// <summary>"évoquant", "calling".</summary>
    public bool IsPresentParticiple(string word) => Present.Contains(word);

    public bool IsInfinitive(string word) => Infinitives.Contains(word);

    /// <summary>Whether its subject passes on what others said: newspapers do so.</summary>
    public bool IsReporting(string word) => Reporting.Contains(word);

    public bool IsAny(string word) => IsFinite(word) || IsParticiple(word) || IsInfinitive(word);

    private static SpeechVerbs MakeFrench()
    {
        var (finite, participles, infinitives, present) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var stem in List.Text("french-regular").Split(' '))
        {
            var soft = stem[^1] == 'c' ? stem[..^1] + "ç" : stem[^1] == 'g' ? stem + "e" : stem;
            finite.UnionWith([stem + "e", stem + "ent", soft + "ait", soft + "aient", soft + "a", stem + "èrent"]);
            present.Add(soft + "ant");
            participles.UnionWith([stem + "é", stem + "ée", stem + "és"]);
            infinitives.Add(stem + "er");
        }

        finite.UnionWith(List.Text("french-finite").Split(' '));
        participles.UnionWith(List.Text("french-participles").Split(' '));
        infinitives.UnionWith(List.Text("french-infinitives").Split(' '));
        return new() { Finite = finite.ToFrozenSet(), Participles = participles.ToFrozenSet(), Infinitives = infinitives.ToFrozenSet(), Present = present.ToFrozenSet(), Reporting = List.Text("french-reporting").Split(' ').ToFrozenSet() };
    }

    private static SpeechVerbs MakeEnglish()
    {
        var finite = new HashSet<string>(List.Text("english-finite").Split(' '));
        var (participles, infinitives) = (new HashSet<string>(List.Text("english-participles").Split(' ')), new HashSet<string>(List.Text("english-infinitives").Split(' ')));
        foreach (var entry in List.Text("english-regular").Split(' '))
        {
            var (verb, past) = entry.Split(':') is [var one, var other] ? (one, other) : (entry, entry[^1] == 'e' ? entry + "d" : entry + "ed");
            finite.UnionWith([verb[^1] == 'y' && past.EndsWith("ied", StringComparison.Ordinal) ? verb[..^1] + "ies" : verb.EndsWith("ss", StringComparison.Ordinal) ? verb + "es" : verb + "s", past]);
            participles.UnionWith([past, verb[^1] == 'e' ? verb[..^1] + "ing" : verb + "ing"]);
            infinitives.Add(verb);
        }

        return new() { Finite = finite.ToFrozenSet(), Participles = participles.ToFrozenSet(), Infinitives = infinitives.ToFrozenSet(), Reporting = List.Text("english-reporting").Split(' ').ToFrozenSet() };
    }
}
