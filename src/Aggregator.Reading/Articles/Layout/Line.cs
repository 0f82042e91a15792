using System.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>One line of text: white space collapsed, entities that were escaped twice or thrice read, nothing invisible.</summary>
internal static class Line
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (text.Length > 5_000) text = text[..5_000];
        for (var i = 0; i < 2 && text.Contains('&', StringComparison.Ordinal); i++) text = System.Net.WebUtility.HtmlDecode(text);
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) { if (line.Length > 0 && line[^1] != ' ') line.Append(' '); }
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F')) line.Append(c);
        }

        return Html.WellFormedText.Of(line.ToString()).Trim();
    }
}
