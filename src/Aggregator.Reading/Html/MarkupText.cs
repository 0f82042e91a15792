using System.Buffers;
using System.Text;

namespace Aggregator.Reading.Html;

/// <summary>Writes characters so that every HTML parser reads them back as characters.</summary>
internal static class MarkupText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    /// <param name="text">Well-formed text (<see cref="WellFormedText"/>).</param>
    /// <param name="quoted">Whether it stands in a double-quoted attribute.</param>
    public static void Append(StringBuilder html, ReadOnlySpan<char> text, bool quoted)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            html.Append(text[..at]).Append(Escaped(text[at], quoted));
            text = text[(at + 1)..];
        }

        html.Append(text);
    }

    private static string Escaped(char c, bool quoted) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => quoted ? "&quot;" : "\"",
    };
}
