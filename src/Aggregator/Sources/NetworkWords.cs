using Aggregator.Reading.Text;

namespace Aggregator.Sources;

/// <summary>That the network seems to be away, and what to do: said once, in place of a sentence for each source.</summary>
public static class NetworkWords
{
    /// <param name="sources">Sources that were visited in vain; 2 or more.</param>
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public static string Say(int sources, string language) => language == "fr"
        ? FrenchTypography.Space(
            $"Le réseau semble absent : aucune source ne répond ({sources} visitées). Vérifiez la connexion et le service de noms de cette "
            + "machine ; les adresses sont sans doute bonnes, et les visites reprennent d’elles-mêmes.")
        : $"The network seems to be away: no source answers ({sources} visited). Check this machine’s connection and name service; "
            + "the addresses are probably right, and visits go on by themselves.";

    /// <summary>In a few words, such as a subject.</summary>
    public static string Short(string language) => language == "fr" ? "le réseau semble absent" : "the network seems to be away";

    /// <summary>What stands in place of a source's state meanwhile.</summary>
    public static string State(string language) => language == "fr" ? "sans réponse" : "no answer";
}
