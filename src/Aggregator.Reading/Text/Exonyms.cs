namespace Aggregator.Reading.Text;

/// <summary>Names that French and English write differently: a source in the other language is a source. Pure.</summary>
public static class Exonyms
{
    private static readonly Dictionary<string, HashSet<string>> Pairs = Read(
        "allemagne germany|allemand german|allemands germans|allemande german|angleterre england|anglais english|autriche austria|belgique belgium|belge belgian|bresil brazil|chine china|chinois chinese|"
        + "coree korea|danemark denmark|espagne spain|espagnol spanish|etats-unis states us usa america united|americain american|americains americans|europe european|europeen european|europeens europeans|finlande finland|"
        + "francais french|francaise french|grece greece|inde india|indien indian|irlande ireland|italie italy|italien italian|japon japan|japonais japanese|mexique mexico|norvege norway|pays-bas netherlands|"
        + "neerlandais dutch|pologne poland|polonais polish|roumanie romania|royaume-uni kingdom uk britain united|britannique british|russie russia|russe russian|suede sweden|suedois swedish|suisse switzerland swiss|"
        + "turquie turkey|turc turkish|ukrainien ukrainian|londres london|bruxelles brussels|geneve geneva|vienne vienna|moscou moscow|pekin beijing|lisbonne lisbon|varsovie warsaw|copenhague copenhagen|athenes athens|"
        + "edimbourg edinburgh|anvers antwerp|ue eu|onu un|otan nato|ia ai|rgpd gdpr|pdg ceo|parlement parliament|commission commission|conseil council|cour court|senat senate|internet internet|etat state|gouvernement government|"
        + "ministere ministry|ministre minister|universite university|union union|mediterranee mediterranean|afrique africa|africain african|asie asia|amerique america|atlantique atlantic|noel christmas|paques easter");

    /// <summary>Other forms of a folded word; empty when there are none.</summary>
    public static IReadOnlySet<string> Of(string form) => Pairs.GetValueOrDefault(form, []);

    private static Dictionary<string, HashSet<string>> Read(string table)
    {
        var pairs = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in table.Split('|').Select(group => group.Split(' ')))
            foreach (var form in group)
            {
                if (!pairs.TryGetValue(form, out var others)) pairs[form] = others = new(StringComparer.Ordinal);
                others.UnionWith(group);
            }

        return pairs;
    }
}
