namespace Aggregator.Reading.Html;

/// <summary>
/// Makes foreign HTML safe to show: an allow-list of elements, attributes and address schemes, copied into new markup. No scripts, styles,
/// forms, frames, drawings, ids or classes; links and images are absolute, http(s) (links also mailto), and tell nothing to third parties.
/// </summary>
public static class HtmlSanitizer
{
    /// <summary>Sanitises a piece of HTML. Doing it twice gives the same as doing it once.</summary>
    /// <param name="html">Any text; it need not be well formed.</param>
    /// <param name="address">The address of the page, for relative links and images; without it these are dropped.</param>
    /// <returns>Safe HTML for the inside of a body; empty when the input exceeds the bounds of <see cref="SafeHtml"/>.</returns>
    public static string Sanitize(string html, Uri? address = null)
    {
        var parsed = SafeHtml.ParseFragment(html, address);
        return parsed.Readable ? SanitizedMarkup.Of(parsed.Document.Body!.ChildNodes, parsed.Address) : "";
    }

    /// <summary>
    /// The same without what we add to links and images for whoever shows them (rel, loading, referrerpolicy): what the publisher meant and
    /// nothing else. A page must show <see cref="Sanitize"/>.
    /// </summary>
    /// <inheritdoc cref="Sanitize"/>
    public static string Content(string html, Uri? address = null)
    {
        var parsed = SafeHtml.ParseFragment(html, address);
        return parsed.Readable ? SanitizedMarkup.Of(parsed.Document.Body!.ChildNodes, parsed.Address, isBare: true) : "";
    }
}
