using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The small words that part noun phrases, per language.</summary>
/// <param name="Verbs">What is said with.</param>
/// <param name="IsFrench">Whether quotes may hold the words that attribute them (", estime X,").</param>
internal sealed record Grammar(SpeechVerbs Verbs, bool IsFrench)
{
    private static readonly WordList List = WordList.Read("grammar-words.txt");

    public static readonly Grammar French = new(SpeechVerbs.French, IsFrench: true), English = new(SpeechVerbs.English, IsFrench: false);

    private static readonly FrozenSet<string>
        Articles = Set(List.Text("articles")),
        Joints = Set(List.Text("joints")),
        Prepositions = Set(List.Text("prepositions")),
        Honorifics = Set(List.Text("honorifics")),
        TitleWords = Set(List.Text("title-words")),
        Masculine = Set(List.Text("masculine")), Feminine = Set(List.Text("feminine")), Plural = Set(List.Text("plural")),
        Openers = Set(List.Text("openers")),
        Barriers = Set(List.Text("barriers")),
        Adverbs = Set(List.Text("adverbs")),
        Between = Set(List.Text("between")),
        Auxiliaries = Set(List.Text("auxiliaries")),
        Modals = Set(List.Text("modals")),
        Naming = Set(List.Text("naming")),
        Bodies = Set(List.Text("bodies")),
        Calendar = Set(List.Text("calendar")),
        Continuing = Set(List.Text("continuing")),
        Turns = Set(List.Text("turns"));

    public bool IsArticle(string word) => Articles.Contains(word);

    public bool IsJoint(string word) => Joints.Contains(word);

    public bool IsPreposition(string word) => Prepositions.Contains(word);

    public bool IsHonorific(string word) => Honorifics.Contains(word);

    public bool IsTitle(string word) => TitleWords.Contains(word);

    public bool IsMasculine(string word) => Masculine.Contains(word);

    public bool IsPronoun(string word) => Masculine.Contains(word) || (Feminine.Contains(word) && word != "her") || Plural.Contains(word);

    /// <summary>True for words that are written with a capital letter only because a sentence begins with them, and for days and months.</summary>
    public bool OpensSentence(string word) => Openers.Contains(word);

    public bool IsIndefinite(string word) => word is "un" or "une" or "des" or "a" or "an";

    /// <summary>
    /// Whether a word may be a verb that says, though it is in no list: between a quote and its speaker stands little else ("s’étrangle Paul Oudin",
    /// "laughed Kath Ollerton").
    /// </summary>
    /// <param name="word">In lower case.</param>
    public bool MayBeVerb(string word)
    {
        if (word.Length < 4 || !char.IsLetter(word[0]) || OpensSentence(word) || IsPreposition(word) || IsAdverb(word) || IsArticle(word) || IsBarrier(word) || IsRole(word)) return false;
        return IsFrench ? word[^1] is 'e' or 't' or 'd' or 'a' : word.EndsWith("ed", StringComparison.Ordinal) || word[^1] == 's' || Verbs.IsFinite(word);
    }

    /// <summary>"rétorqué", "corrigé", "soutenu": what may follow "a" and "est".</summary>
    public bool MayBeParticiple(string word) => word.Length > 3 && word[^1] is 'é' or 'i' or 'u' or 't' or 's' && !IsAdverb(word) && !OpensSentence(word);

    /// <summary>Verbs that go on with what somebody has begun to say.</summary>
    public bool GoesOn(string word) => Continuing.Contains(word);

    /// <summary>A noun for a person by what they do.</summary>
    public bool IsRole(string word) => Roles.IsRole(word, IsFrench) || TitleWords.Contains(word);

    /// <summary>A capitalised role before a name: "Forecaster Nell Hathersage", "Chairman Ravi Dhillon".</summary>
    /// <param name="text">As written.</param>
    public bool IsRoleName(string text) => text.ToLowerInvariant() is var word && !GivenNames.Knows(word) && IsRole(word);

    /// <summary>What a French article tells of the person behind it; null in English, and where it tells nothing.</summary>
    public bool? IsMaleArticle(string word) => !IsFrench ? null : word switch { "le" or "un" => true, "la" or "une" => false, _ => null };

    /// <summary>What a title of address tells.</summary>
    public bool? IsMaleTitle(string word) => word switch
    {
        "m." or "mr" or "mr." or "sir" or "lord" => true,
        "mme" or "mlle" or "mrs" or "mrs." or "ms" or "ms." or "lady" or "dame" => false,
        _ => null,
    };

    public bool IsBarrier(string word) => Barriers.Contains(word);

    public bool IsAdverb(string word) => Adverbs.Contains(word) || word.EndsWith(IsFrench ? "ment" : "ly", StringComparison.Ordinal) && word.Length > 4;

    /// <summary>What may stand between a subject and the verb that says.</summary>
    public bool IsBetween(string word) => Between.Contains(word) || IsAdverb(word);

    public bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    public bool IsModal(string word) => Modals.Contains(word);

    /// <summary>Before a name or a title in quotation marks, which nobody said.</summary>
    public bool IsNaming(string word) => Naming.Contains(word);

    public bool IsCalendar(string word) => Calendar.Contains(word);

    /// <summary>A word in the names of organisations and places.</summary>
    public bool IsBody(string word) => Bodies.Contains(word);

    /// <summary>After it somebody else may be speaking.</summary>
    public bool IsTurn(string word) => Turns.Contains(word);

    public bool IsFiniteVerb(string word) => Verbs.IsFinite(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
