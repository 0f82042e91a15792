using Aggregator.Curation.Quotes;

namespace Aggregator.Curation.Checks;

/// <summary>What an editor changed in a quote and may, in words.</summary>
internal static class QuoteLibertyWords
{
    private static readonly (QuoteLiberties Liberty, string French, string English)[] All =
    [
        (QuoteLiberties.WhiteSpace, "espaces", "white space"), (QuoteLiberties.Typography, "typographie", "typography"), (QuoteLiberties.Ellipsis, "coupe signalée par […]", "cut marked by […]"),
        (QuoteLiberties.Insertion, "mot ajouté entre crochets", "word added in brackets"), (QuoteLiberties.Initial, "initiale changée", "initial changed"),
    ];

    public static string French(QuoteLiberties taken) => "conforme, à ceci près\u00A0: " + string.Join(", ", All.Where(one => taken.HasFlag(one.Liberty)).Select(one => one.French));

    public static string English(QuoteLiberties taken) => "faithful but for " + string.Join(", ", All.Where(one => taken.HasFlag(one.Liberty)).Select(one => one.English));
}
