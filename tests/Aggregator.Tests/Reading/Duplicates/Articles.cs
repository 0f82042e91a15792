using System.Globalization;
using System.Text;

namespace Aggregator.Tests.Reading.Duplicates;

/// <summary>Two invented articles and a template, to copy, cut, quote and fill anew.</summary>
internal static class Articles
{
    public const string Harbour =
        """
        Le port de Kerrien restera fermé aux chalutiers jusqu'au printemps prochain. La décision a été annoncée jeudi par la préfète Solène Maréchal devant une cinquantaine de pêcheurs réunis à la criée. Selon les relevés de l'institut Océanor, les fonds ont perdu quarante centimètres depuis la tempête de novembre. « Nous ne pouvons pas risquer un échouage à chaque marée basse », a expliqué le capitaine du port, Yann Tréhin. Le syndicat des armateurs réclame une indemnité de trois cents euros par jour et par bateau. La région promet une première enveloppe avant la fin du mois, sans en préciser le montant.

        Les travaux de dragage doivent commencer en février et durer neuf semaines. Une entreprise néerlandaise, Van der Kolk, a remporté le marché devant deux concurrents bretons. Ses engins viendront directement de Rotterdam par la Manche. Les boues extraites seront déposées au large, dans une fosse contrôlée par un laboratoire indépendant. Des associations de riverains demandent que les analyses soient rendues publiques avant le premier coup de pelle. Le conseil municipal doit se prononcer le douze janvier sur la construction d'une digue provisoire.
        """;

    public const string Orchard =
        """
        Growers in the Tamsel valley have started to pull out pear trees planted by their grandparents. A bacterial disease first seen near Oldcastle in spring has spread to eleven orchards since then. Inspectors from the ministry confirmed the outbreak on Tuesday after testing several hundred leaves. Farmer Edith Lowry said she would lose almost half of her income this season. Compensation will cover the roots and the labour, but nothing for the years a young tree needs to bear fruit. The growers' union wants the government to pay for resistant seedlings from a nursery in Denmark. Scientists at Harbury College warn that the bacterium survives winter in hedges and wild roses. They have asked walkers to clean their boots at every gate between the river and the motorway. A public meeting is planned in the village hall for the second week of December. Neighbouring counties are already checking bees, because hives travel from orchard to orchard in May.
        """;

    /// <summary>What a site puts around each of its articles.</summary>
    public const string Wrapper =
        """
        En continuant à naviguer sur ce site vous acceptez le dépôt de traceurs servant à mesurer l'audience et à vous proposer des contenus adaptés à vos centres d'intérêt. Inscrivez-vous gratuitement à notre lettre quotidienne pour recevoir chaque matin l'essentiel de l'actualité de votre commune. Retrouvez également tous nos articles dans l'application disponible sur téléphone et tablette. Votre avis compte : réagissez à cet article dans l'espace réservé aux abonnés. Toute reproduction, même partielle, est interdite sans autorisation écrite préalable de la rédaction.
        """;

    /// <summary>The same frame, filled with other names and numbers.</summary>
    public static string Filled(string town, string winner, string loser, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Résultats définitifs du second tour dans la commune de {town}, publiés dimanche soir par la préfecture. La liste conduite par {winner} arrive en tête avec {number + 41},{number % 10} % des suffrages exprimés, devant celle de {loser}, qui obtient {58 - number},{9 - number % 10} %. La participation atteint {number + 30} % des inscrits, un chiffre en hausse de {number % 7 + 1} points par rapport au scrutin précédent. Le conseil municipal de {town} comptera {number + 17} sièges pour la majorité. {winner} sera officiellement installé vendredi prochain lors de la première séance publique.
        """);

    public static IReadOnlyList<string> Sentences(string text) =>
        [.. text.Split(["\n\n", "\r\n\r\n"], StringSplitOptions.None).SelectMany(paragraph => paragraph.Trim().Split(". ")).Select(sentence => sentence.Trim('.', ' ', '\n') + ".")];

    public static string FirstSentences(string text, int count) => string.Join(' ', Sentences(text).Take(count));

    /// <summary>Every n-th letter replaced, as a bad scan does.</summary>
    public static string Misread(string text, int every)
    {
        var misread = new StringBuilder(text);
        for (var i = every; i < text.Length; i += every)
            if (char.IsAsciiLetterLower(text[i])) misread[i] = (char)('a' + (text[i] - 'a' + 7) % 26);
        return misread.ToString();
    }
}
