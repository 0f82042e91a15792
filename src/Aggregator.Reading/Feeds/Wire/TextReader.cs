using System.Text;
using Aggregator.Reading.Feeds.Text;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>How the kind of a text is found out when the element does not say it.</summary>
internal enum TextKind
{
    /// <summary>RSS titles: HTML when it looks like HTML (the specification does not say, publishers do both).</summary>
    Guess,

    /// <summary>RSS descriptions and content modules: HTML.</summary>
    Html,

    /// <summary>Atom: plain text.</summary>
    Plain,
}

/// <summary>Reads text constructs: RSS elements, RFC 4287 sections 3.1 and 4.1.3, and Atom 0.3 with its <c>mode</c>.</summary>
internal static class TextReader
{
    /// <summary>The text of the element on which the scanner stands.</summary>
    public static FeedText Read(XmlScanner xml, TextKind kind)
    {
        var type = xml.Attribute("type")?.Trim().ToLowerInvariant();
        var mode = xml.Attribute("mode")?.Trim().ToLowerInvariant();
        var source = Addresses.Resolve(xml.Base, xml.Attribute("src"));
        var (language, baseAddress, isContent) = (xml.Language, xml.TextBase, xml.LocalName is "content");
        var (value, written) = XmlContent.Mixed(xml, Form(type, kind));
        var isMarkup = written == ContentKind.Markup;
        // Atom's untyped text is plain (RFC 4287 section 3.1.1); but who puts it into a CDATA section has markup in it, or no need of one.
        if (type is null && written == ContentKind.CData && kind == TextKind.Plain) kind = TextKind.Guess;

        if (!isMarkup && IsBase64(type, mode, isContent) && Decoded(value) is { } decoded) value = decoded;
        var shown = written == ContentKind.EscapedMarkup ? MediaTypes.Html : MediaType(type, mode, value, isMarkup, kind);
        if (shown == MediaTypes.Xhtml && !isMarkup) value = HtmlText.Escape(value);
        else if (shown == MediaTypes.Html) value = HtmlReferences.JoinHalves(isMarkup ? value : HtmlLinks.Resolve(value, baseAddress));
        return new FeedText(value, shown, language, baseAddress?.OriginalString, source);
    }

    private static MarkupForm Form(string? type, TextKind kind) => type switch
    {
        "xhtml" => MarkupForm.WrappedXhtml,
        "html" or MediaTypes.Html => MarkupForm.EscapedHtml,
        null when kind != TextKind.Plain => MarkupForm.EscapedHtml,
        _ => MarkupForm.Xhtml,
    };

    private static string MediaType(string? type, string? mode, string value, bool isMarkup, TextKind kind) => type switch
    {
        _ when isMarkup => MediaTypes.Xhtml,
        "html" or MediaTypes.Html => MediaTypes.Html,
        "xhtml" => MediaTypes.Xhtml,
        MediaTypes.Xhtml => mode is "escaped" or "base64" ? MediaTypes.Html : MediaTypes.Xhtml,
        "text" or MediaTypes.Plain => kind == TextKind.Plain || !HtmlText.IsLikelyHtml(value) ? MediaTypes.Plain : MediaTypes.Html,
        _ when type?.Contains('/', StringComparison.Ordinal) == true && mode is null && kind == TextKind.Plain && !IsBinary(type) => type,
        _ => kind == TextKind.Html || ((kind == TextKind.Guess || mode is not null || type is not null) && HtmlText.IsLikelyHtml(value))
            ? MediaTypes.Html : MediaTypes.Plain,
    };

    /// <summary>Content of any media type that is neither text nor XML is Base64 (RFC 4287 section 4.1.3.3); other texts only when it is bytes.</summary>
    private static bool IsBase64(string? type, string? mode, bool isContent) =>
        mode == "base64" || (mode is null && type is not null && (isContent ? IsBinary(type) : type == "application/octet-stream"));

    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.EndsWith("/xml", StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal);

    private static string? Decoded(string value)
    {
        var bytes = new byte[value.Length * 3 / 4 + 3];
        return Convert.TryFromBase64String(value, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count).Trim() : null;
    }
}
