using System.Collections.Frozen;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The small words that part noun phrases, per language.</summary>
/// <param name="Verbs">What is said with.</param>
/// <param name="IsFrench">Whether quotes may hold the words that attribute them (", estime X,").</param>
internal sealed record Grammar(SpeechVerbs Verbs, bool IsFrench)
{
    public static readonly Grammar French = new(SpeechVerbs.French, IsFrench: true), English = new(SpeechVerbs.English, IsFrench: false);

    private static readonly FrozenSet<string>
        Articles = Set("le la les l’ un une des son sa ses leur leurs notre nos ce cet cette the a an his her its their our this"),
        Joints = Set("de du des d’ au aux à en of for at to in l’ la le les the et & ’s"),
        Prepositions = Set("de du des d’ au aux à en sur dans of for at to in on"),
        Honorifics = Set("m. mm. mme mlle me mr mr. mrs mrs. ms ms. dr dr. pr pr. prof. sir lord lady dame maître docteur"),
        TitleWords = Set("mayor president minister prime chancellor senator professor judge chief executive ceo secretary governor captain sergeant detective inspector prosecutor councillor chairman chairwoman director commissioner general colonel "
            + "spokesman spokeswoman spokesperson king queen prince princess pope bishop rabbi imam rep. sen. gov. gen. lt. col. sgt. pdg ong ngo mp mep md phd jr sr"),
        Masculine = Set("il he him"), Feminine = Set("elle she her"), Plural = Set("ils elles on they we nous je i vous you it"),
        Openers = Set("mais et ou donc car si comme quand lorsque puis ainsi alors enfin selon pour dans sur avec sans après avant depuis pendant chez vers entre malgré contre par en à au aux d’après interrogé interrogée contacté contactée invité invitée "
            + "celle-ci celui-ci ceux-ci celles-ci il elle ils elles on nous vous je ce c’ ces cela ça qui que quoi dont où tout toute tous ici là hier aujourd’hui demain un une le la les l’ des du de d’ son sa ses leur leurs plus moins bien "
            + "the a an and but or so if as when while after before since for in on at by with without from of to his her its their our my your he she they we i it this that these those there here what who which why how then now yet still also "
            + "however according asked speaking monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today tomorrow "
            + "lundi mardi mercredi jeudi vendredi samedi dimanche"),
        Barriers = Set("que qu’ qui dont où quand lorsque comme si mais car et ou donc tandis alors that who which when while where because but and or if as than whose"),
        Adverbs = Set("tout hier aujourd’hui alors ensuite aussi également ainsi notamment encore aussitôt puis lundi mardi mercredi jeudi vendredi samedi dimanche matin soir d’abord enfin toutefois cependant pourtant volontiers déjà même toujours d’ailleurs "
            + "also then later again still once yesterday today recently just never always often ever even monday tuesday wednesday thursday friday saturday sunday"),
        Between = Set("se s’ l’ le la les lui leur nous me m’ y en ne n’ pas plus a ont avait avaient aurait auraient est sont était étaient fut été vient de tient à au contraire d’avoir d’être avoir être "
            + "has had have was were is are be been being quoted as used to would will could can may might did does do not"),
        Auxiliaries = Set("a ont avait avaient aurait auraient est sont était étaient"),
        Modals = Set("préfère préfèrent veut veulent souhaite souhaitent tient vient peut doit entend aime se used would"),
        Naming = Set("so-called titled entitled called dubbed named nicknamed intitulé intitulée intitulés baptisé baptisée nommé nommée surnommé surnommée appelé appelée dit dite reading headed labelled labeled marked proclaiming lisait proclamant estampillé estampillée estampillés"),
        Bodies = Set("radio compagnie union office club université university court cour council conseil bank banque group groupe ministry ministère party parti agency agence association comité committee commission company institut institute foundation fondation "
            + "fédération federation society société times post journal news press street road river lake mount saint san new south north east west royal national united systems technologies corporation télévision télévisions airlines media conseil assemblée sénat senate house parliament parlement city ville"),
        Calendar = Set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche"),
        Continuing = Set("ajoute ajouté ajouter ajoutait poursuit poursuivi poursuivre poursuivait conclut conclu conclure reprend repris reprendre enchaîne enchaîné renchérit précise préciser précisé insiste insister insisté "
            + "complète compléter complété added adds add continued continues went concluded concludes insisted"),
        Turns = Set("mais tandis but while whereas although pourtant");

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
