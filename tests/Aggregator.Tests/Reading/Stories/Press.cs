using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

/// <summary>Articles written for the tests; the places and people of the English ones do not exist.</summary>
internal static class Press
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static StoryText[] Background =>
    [
        Fr(1, "Le Sénat examine la réforme des retraites agricoles", "Les sénateurs ont ouvert lundi l'examen du texte qui relève la pension minimale des exploitants. Le rapporteur propose vingt amendements, dont un sur les conjoints."),
        Fr(2, "Un incendie ravage une scierie dans les Vosges", "Soixante pompiers ont lutté toute la nuit contre les flammes à Gérardmer. Aucun blessé, mais le hangar et le stock de bois sont détruits."),
        Fr(3, "La cantine bio gagne les collèges de Bretagne", "Quarante établissements servent désormais des légumes de producteurs voisins. Le département prend en charge le surcoût des repas."),
        Fr(4, "Cyclisme : Morvan s'impose au sprint à Nantes", "Le coureur breton a devancé l'Espagnol Ruiz de quelques centimètres au terme d'une étape pluvieuse."),
        Fr(5, "Une exposition raconte l'exil des tisserands", "Le musée de Roubaix réunit deux cents métiers, lettres et photographies prêtés par les familles."),
        En(6, "Museum returns bronze mask to island community", "Curators in Harwick handed the carved bronze back to elders after a decade of talks about its removal in 1911."),
        En(7, "Dockers vote to accept new pay offer at Port Callan", "Union members backed the four per cent deal by a wide margin, ending the threat of a walkout before the cruise season."),
        En(8, "Wheat prices slide as rain ends drought in the plains", "Traders cut their forecasts on Monday after a week of storms filled reservoirs across the northern farm belt."),
        En(9, "Goalkeeper Lindqvist retires after knee surgery", "The captain said doctors had advised her to stop playing; she made 140 appearances for the national team."),
        En(10, "Parliament debates ban on disposable vapes", "Ministers said the measure would protect children, while shopkeepers warned of a growing black market."),
    ];

    public static StoryText StrikeLyon(int id) => Fr(id, "Métro de Lyon : les conducteurs votent la grève reconductible",
        "Réunis dimanche soir à la Bourse du travail, les conducteurs du métro lyonnais ont voté une grève reconductible à partir de mardi. "
        + "Le syndicat Sud-TCL réclame l'embauche de 120 agents et dénonce l'automatisation de la ligne B. Keolis promet un service minimum.");

    public static StoryText StrikeLyonRetold(int id) => Fr(id, "À Lyon, le métro s'arrête mardi",
        "Pas de rame ou presque à partir de mardi : les conducteurs du réseau TCL cessent le travail. Sud-TCL, majoritaire, veut 120 embauches et "
        + "le gel de l'automatisation de la ligne B. La direction de Keolis regrette un vote « précipité » à la Bourse du travail.", 6);

    public static StoryText StrikeLyonFollowUp(int id) => Fr(id, "Grève du métro lyonnais : Keolis ouvre des négociations",
        "Au deuxième jour de la grève reconductible des conducteurs du métro de Lyon, Keolis reçoit Sud-TCL. La direction propose 60 embauches, "
        + "le syndicat en demande toujours 120 et un moratoire sur la ligne B.", 50);

    public static StoryText StrikeLille(int id) => Fr(id, "Les éboueurs de Lille en grève pour leurs salaires",
        "Les bennes ne sont pas sorties lundi à Lille. Les éboueurs de la société Esterra demandent 150 euros de plus par mois et des camions "
        + "climatisés. La maire appelle au dialogue ; la CGT annonce une manifestation devant le beffroi.", 5);

    public static StoryText QuakeValdora(int id) => En(id, "Strong earthquake kills dozens in Valdora mountains",
        "A magnitude 6.4 earthquake struck the Valdora highlands before dawn on Monday, killing at least 38 people and burying the village of "
        + "Santa Peria. Rescue teams from the capital Moravo reached the valley by helicopter because the road had collapsed.");

    public static StoryText QuakeValdoraRetold(int id) => En(id, "Rescuers dig for survivors in Santa Peria",
        "Helicopters flew rescuers into Santa Peria after the 6.4 tremor that flattened the Valdora village on Monday. The death toll rose to 41; "
        + "the government in Moravo declared three days of mourning and asked neighbours for tents.", 9);

    public static StoryText QuakeOshima(int id) => En(id, "Undersea earthquake shakes Oshima coast, no damage reported",
        "An earthquake of magnitude 5.1 rattled windows along the Oshima coast on Monday evening. The weather agency lifted its tsunami advisory "
        + "within an hour and trains resumed normal service; the Kitano nuclear plant was not affected.", 12);

    /// <summary>Dockers vote in the background, too: at another port, about another dispute.</summary>
    public static StoryText DockersSorrel(int id) => En(id, "Cape Sorrel dockers reject rota changes",
        "Crane operators at Cape Sorrel voted down a plan for twelve-hour shifts and night work without extra crews. The terminal's owner, Halden "
        + "Freight, said it would seek arbitration; shop stewards expect a ban on overtime from Thursday.", 4);

    private static StoryText Fr(int id, string title, string text, int hours = 0) => new(id, title, text, "fr", Monday.AddHours(hours), "journal.example");

    private static StoryText En(int id, string title, string text, int hours = 0) => new(id, title, text, "en", Monday.AddHours(hours), "paper.example");
}
