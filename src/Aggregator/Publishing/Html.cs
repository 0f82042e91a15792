using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Aggregator.Publishing;

/// <summary>Text as HTML: what has a meaning there is escaped, accents stay letters.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string text) => Encoder.Encode(text);
}
