using System.Text.RegularExpressions;

namespace Aggregator.Tests.Web.Demo;

/// <summary>What a French printer would send back.</summary>
internal static partial class FrenchTypography
{
    /// <summary>The faults of a text, each with some words around it.</summary>
    public static IEnumerable<string> FaultsIn(string text) => Fault().Matches(text)
        .Select(match => text[Math.Max(0, match.Index - 20)..Math.Min(text.Length, match.Index + 20)]);

    // Straight quotes; « and » without U+00A0; a colon without U+00A0; ; ! ? % without U+202F; thousands without U+202F.
    [GeneratedRegex("""['"]|«(?!\u00A0)|(?<!\u00A0)»|(?<!\u00A0|https?):|(?<!\u202F)[;!?%]|\d \d{3}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fault();
}
