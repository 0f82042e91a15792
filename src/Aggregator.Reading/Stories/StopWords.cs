using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>Folded words that say nothing about what happened: function words, and the words with which the press tells anything.</summary>
internal sealed class StopWords
{
    private const string French =
        "au aux avec ce ces cet cette ceci cela celui celle ceux celles comme dans de des donc dont du elle elles en entre est et etait etaient "
        + "ete etes etre eu eux fait faire font fois il ils je la le les leur leurs lui ma mais me meme memes mes moi mon ne ni non nos notre nous on "
        + "ont ou par parce pas peu peut peuvent plus plusieurs pour pourrait pourquoi qu quand que quel quelle quelles quels qui quoi sa sans sauf se sera "
        + "seront serait ses si son sont sous suis sur ta tant te tes toi ton tous tout toute toutes tres trop tu un une va vers veut vos votre vous "
        + "ai as avait avaient avoir avons avez ayant aussi autre autres apres avant alors ainsi afin aujourd hui hier demain bien car chaque chez "
        + "contre deja depuis depit deux encore enfin ensuite face jusqu jusque lors lorsque mieux moins notamment parmi pendant plutot presque "
        + "puis quelque quelques rien seul seule selon seulement soit surtout tandis toujours trois trop voir voici voila "
        + "dit dire explique expliquer indique affirme declare declaree assure precise ajoute annonce estime souligne rappelle";

    private const string English =
        "about above after again against all also am an and any are as at be because been before being below between both but by can cannot could did "
        + "do does doing don down during each few for from further had has have having he her here hers herself him himself his how if in into is isn it "
        + "its itself just ll me more most my myself no nor not now of off on once only or other our ours out over own re same she should so some such "
        + "than that the their theirs them themselves then there these they this those through to too under until up ve very was wasn we were what "
        + "when where which while who whom why will with won would you your yours yourself a i us may might must shall since still upon via yet "
        + "say says said saying tell tells told according new get gets got go goes going one two three first last make makes made take takes taken took "
        + "like many much even back way well know think see seen use used want wants year years day days week time people";

    private static readonly StopWords FrenchAndEnglish = new(French.Split(' ').Concat(English.Split(' ')));

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    private StopWords(IEnumerable<string> words) => this.words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is one in French or in English.</summary>
    public static bool Contains(ReadOnlySpan<char> folded) => FrenchAndEnglish.Has(folded);

    /// <param name="language">A primary language subtag; for one whose words are not known, those of French and English.</param>
    public static StopWords Of(string language) => language is "fr" or "en" || FunctionWordTally.WordsOf(language) is not { Count: > 0 } words
        ? FrenchAndEnglish
        : new(words.Select(FoldedText.Of));

    public bool Has(ReadOnlySpan<char> folded) => words.Contains(folded);
}
