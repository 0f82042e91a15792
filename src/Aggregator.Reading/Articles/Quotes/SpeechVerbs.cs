using System.Collections.Frozen;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The verbs that say that somebody says something, in the forms news texts use.</summary>
internal sealed class SpeechVerbs
{
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

    private const string FrenchRegular =
        "affirm ajout annonc argument assur constat command confi confirm conseill critiqu déclar demand dénonc détaill estim expliqu exprim fustig glis indiqu insist interpell ironis jug justifi "
        + "lanc lâch murmur not nuanc observ parl plaid précis proclam propos protest qualifi racont récit reconfirm regrett rétorqu réclam résum réfut recommand réfléch réagi rejet répliqu salu sign signal soulign "
        + "souhait témoign tonn trouv tweet vant évoqu exig argu argumen admonest comment cri soupir sourit chuchot bougonn grogn claironn clam rassur redout dout analys balay attaqu pest ras-sur félicit interrog exclam indign "
        + "alarm emport agac étonn inquiét moqu amus excus cit termin accus déplor assén rapport relat relay interprét imagin avanc compar approuv renchér ponctu répond cingl gliss précon prôn encourag pens stipul mention déplor contest";

    private static SpeechVerbs MakeFrench()
    {
        var (finite, participles, infinitives, present) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var stem in FrenchRegular.Split(' '))
        {
            var soft = stem[^1] == 'c' ? stem[..^1] + "ç" : stem[^1] == 'g' ? stem + "e" : stem;
            finite.UnionWith([stem + "e", stem + "ent", soft + "ait", soft + "aient", soft + "a", stem + "èrent"]);
            present.Add(soft + "ant");
            participles.UnionWith([stem + "é", stem + "ée", stem + "és"]);
            infinitives.Add(stem + "er");
        }

        finite.UnionWith(("dit disent disait disaient dirent écrit écrivent écrivait répond répondent répondait répondit rappelle rappellent rappelait rappela appelle espère espèrent espérait considère considèrent considérait "
            + "suggère suggèrent suggérait répète répètent répétait tempère tempérait préfère préfèrent révèle révélait martèle martèlent martelait reconnaît reconnaissent reconnaissait reconnait admet admettent admettait promet promettent promettait "
            + "avoue avouait concède concèdent concédait conclut concluent concluait poursuit poursuivent poursuivait reprend reprennent reprenait soutient soutiennent soutenait prétend prétendent prétendait prévient préviennent prévenait avertit avertissent "
            + "maintient réjouit réjouissait défend défendent défendait décrit décrivent décrivait retient revendique revendiquent reproche reprochent reprochait menace menacent menaçait contredit réagit réagissent renchérit craint craignent craignait voit souffle tranche "
            + "sait dément démentent démentait veut pointe pointent pointait salue loue relève relèvent relevait complète complétait enchaîne invite résume jure jurent philosophe peste s’esclaffe sourit lit titre").Split(' '));
        participles.UnionWith(("dit écrit répondu rappelé appelé espéré considéré suggéré répété tempéré préféré révélé martelé reconnu admis promis avoué concédé conclu poursuivi repris soutenu prétendu prévenu averti maintenu réjoui défendu décrit retenu "
            + "revendiqué reproché menacé contredit réagi renchéri craint démenti pointé loué relevé complété enchaîné juré tranché soufflé ri voulu fait titré").Split(' '));
        infinitives.UnionWith("dire écrire répondre rappeler espérer considérer répéter reconnaître admettre promettre avouer conclure poursuivre reprendre soutenir prévenir avertir défendre décrire retenir rassurer savoir valoir".Split(' '));
        return new() { Finite = finite.ToFrozenSet(), Participles = participles.ToFrozenSet(), Infinitives = infinitives.ToFrozenSet(), Present = present.ToFrozenSet(), Reporting = "rapporte rapportent rapportait rapporté relate relatent relatait relaté relaie relaient relayé titre titré".Split(' ').ToFrozenSet() };
    }

    private const string EnglishRegular =
        "add admit:admitted announce answer argue ask assert attack believe boast call caution claim comment complain concede conclude confirm counter criticise criticize declare demand denounce deny:denied describe disagree dismiss exclaim explain "
        + "express hint hope insist joke lament mention murmur mutter note observe plead predict promise propose protest quip reason recall reckon recommend remark remind repeat reply:replied report respond reveal scoff shout sigh state stress suggest "
        + "testify:testified tweet urge vow warn whisper worry:worried accuse applaud hail welcome condemn slam blast label dub brand praise post point see:saw snap retort accept acknowledge advise affirm agree allege contend continue blame emphasise emphasize reiterate want";

    private static SpeechVerbs MakeEnglish()
    {
        var finite = new HashSet<string>("say says said tell tells told write writes wrote think thinks thought speak speaks spoke find finds found put puts hold holds held went goes".Split(' '));
        var (participles, infinitives) = (new HashSet<string>("said told written spoken saying telling writing".Split(' ')), new HashSet<string>(["say", "tell", "write", "speak"]));
        foreach (var entry in EnglishRegular.Split(' '))
        {
            var (verb, past) = entry.Split(':') is [var one, var other] ? (one, other) : (entry, entry[^1] == 'e' ? entry + "d" : entry + "ed");
            finite.UnionWith([verb[^1] == 'y' && past.EndsWith("ied", StringComparison.Ordinal) ? verb[..^1] + "ies" : verb.EndsWith("ss", StringComparison.Ordinal) ? verb + "es" : verb + "s", past]);
            participles.UnionWith([past, verb[^1] == 'e' ? verb[..^1] + "ing" : verb + "ing"]);
            infinitives.Add(verb);
        }

        return new() { Finite = finite.ToFrozenSet(), Participles = participles.ToFrozenSet(), Infinitives = infinitives.ToFrozenSet(), Reporting = "report reports reported".Split(' ').ToFrozenSet() };
    }
}
