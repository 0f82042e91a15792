using System.Text.RegularExpressions;

namespace Aggregator.Curation.Checks;

/// <summary>Cuts a text into sentences. Pure.</summary>
internal static partial class Sentences
{
    public static IEnumerable<(int Start, int Length)> Of(string text)
    {
        var start = 0;
        foreach (Match end in End().Matches(text))
        {
            if (Abbreviated().IsMatch(text[start..end.Index])) continue;
            if (end.Index + 1 > start) yield return (start, end.Index + end.Groups["sign"].Length - start);
            start = end.Index + end.Length;
        }

        if (start < text.Length) yield return (start, text.Length - start);
    }

    [GeneratedRegex(@"(?<sign>[.!?…]+[\s\u00A0\u202F]*[»”)]?)\s+(?=[\p{Lu}«“(\d])|(?<sign>)\n+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"(^|[\s(«“])(M|MM|Mr|Mrs|Ms|Dr|Pr|St|art|p|vol|no|cf|\p{Lu})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviated();
}
