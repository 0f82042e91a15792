using System.Globalization;
using System.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>Compares what pages say by its letters alone.</summary>
internal static class Phrases
{
    /// <summary>Whether two titles are the same but for case, accents of punctuation and spaces.</summary>
    public static bool Same(string one, string other) => Letters(one) == Letters(other);

    public static string Letters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c)) kept.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        return kept.ToString();
    }
}
