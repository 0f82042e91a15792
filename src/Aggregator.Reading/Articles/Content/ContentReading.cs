namespace Aggregator.Reading.Articles.Content;

/// <summary>What a feed carries of one entry, read for the archive.</summary>
/// <param name="Text">Plain text, blocks parted by a blank line; empty when there is none.</param>
/// <param name="Html">The HTML of it. Foreign: it must pass <see cref="Html.HtmlSanitizer"/> before a browser sees it.</param>
/// <param name="Blocks">Blocks of text.</param>
public sealed record ContentReading(string Text, string Html, int Blocks)
{
    /// <summary>
    /// Reads a feed's content. Simple HTML, which nearly all of it is, takes one pass over the characters; everything else the whole
    /// parser, with the same text as result. Never throws for what it holds.
    /// </summary>
    /// <param name="html">The content as the feed has it.</param>
    /// <param name="address">The address of the feed, for relative links and images.</param>
    public static ContentReading Of(string html, Uri? address)
    {
        if (ContentText.TryRead(html, out var text)) return new(text, html, CountBlocks(text));
        var reading = ArticleExtractor.ReadFragment(html, address);
        return new(reading.Text, reading.Html, reading.Blocks.Count);
    }

    private static int CountBlocks(string text) => text.Length == 0 ? 0 : text.AsSpan().Count("\n\n") + 1;
}
