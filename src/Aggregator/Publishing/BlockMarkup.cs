using System.Globalization;
using Aggregator.Curation.Text;

namespace Aggregator.Publishing;

/// <summary>Blocks as HTML, for page and mail alike; each brings the attributes it needs.</summary>
internal static class BlockMarkup
{
    /// <summary>
    /// An attribute of every block and of every title that stands among other words: what is in Arabic or Hebrew runs from the right,
    /// whatever stands around it.
    /// </summary>
    public const string Direction = " dir=\"auto\"";

    /// <param name="block">The block.</param>
    /// <param name="span">How words are written there.</param>
    /// <param name="paragraph">Attributes of a paragraph, with a space before.</param>
    /// <param name="quote">Attributes of a quote that stands alone; null wraps it as the page does.</param>
    /// <param name="picture">Attributes of an image.</param>
    public static string Of(EditionBlock block, Func<EditionSpan, string> span, string paragraph = "", string? quote = null, string picture = "")
    {
        if (block.Image is { } image) return Figure(image, paragraph, picture);
        if (block.Items is { } items)
        {
            var list = block.IsNumbered ? "ol" : "ul";
            return $"<{list}{Direction}{paragraph}>{string.Concat(items.Select(item => $"<li{Direction}>{Words(item, span)}</li>"))}</{list}>";
        }

        if (!block.IsQuote) return $"<p{Direction}{paragraph}>{Words(block.Spans, span)}</p>";
        return quote is null ? $"<blockquote class=\"pull\"{Direction}><p{Direction}>{Words(block.Spans, span)}</p></blockquote>" : $"<p{Direction}{quote}>{Words(block.Spans, span)}</p>";
    }

    /// <summary>Stress around words that are markup already.</summary>
    public static string Stressed(EditionSpan span, string markup)
    {
        if (span.IsEmphasis) markup = $"<em>{markup}</em>";
        return span.IsStrong ? $"<strong>{markup}</strong>" : markup;
    }

    private static string Words(IEnumerable<EditionSpan> spans, Func<EditionSpan, string> span) => string.Concat(spans.Select(span));

    private static string Figure(BlockImage image, string paragraph, string picture)
    {
        var below = string.Join(" ", new[] { image.Caption, image.Credit }.Where(part => part.Length > 0));
        return WebLink.Of(image.Url) is not { } address ? ""
            : string.Create(CultureInfo.InvariantCulture, $"<figure{paragraph}><img{picture} src=\"{Html.Of(address)}\" alt=\"{Html.Of(image.Alt)}\" referrerpolicy=\"no-referrer\">{(below.Length > 0 ? $"<figcaption{Direction}>{Html.Of(below)}</figcaption>" : "")}</figure>");
    }
}
