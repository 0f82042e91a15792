using Aggregator.Reading.Feeds.Text;

namespace Aggregator.Reading.Feeds;

/// <summary>A text as the feed has it. HTML is not sanitised: it must pass the sanitiser before a browser sees it.</summary>
/// <param name="Value">Plain text or HTML, as <paramref name="Type"/> says. Addresses inside HTML are absolute where a base is known.</param>
/// <param name="Type"><c>text/plain</c>, <c>text/html</c>, <c>application/xhtml+xml</c>, or the media type the feed names.</param>
/// <param name="Language">BCP 47 tag in force at this text (xml:lang, else the transport's), or null.</param>
/// <param name="Base">What relative addresses in it were resolved against, or null.</param>
/// <param name="Source">Where the content is when it is not in the feed (atom:content src, RFC 4287 section 4.1.3.2), or null.</param>
public sealed record FeedText(string Value, string Type, string? Language = null, string? Base = null, string? Source = null)
{
    /// <summary>True when <see cref="Value"/> is HTML or XHTML.</summary>
    public bool IsHtml => Type is MediaTypes.Html or MediaTypes.Xhtml;

    /// <summary>The text as HTML: plain text is escaped.</summary>
    public string ToHtml() => IsHtml ? Value : HtmlText.Escape(Value);

    /// <summary>The text without markup, on one line.</summary>
    public string ToPlainText() => HtmlText.OnOneLine(IsHtml ? HtmlText.WithoutMarkup(Value, isWritten: Type == MediaTypes.Xhtml) : Value);
}
