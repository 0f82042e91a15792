namespace Aggregator.Reading.Articles;

/// <summary>What a block of an article is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading of any level; the level stands in the HTML.</summary>
    Heading,

    /// <summary>Words of somebody else, set apart.</summary>
    Quote,

    /// <summary>A numbered, bulleted or description list.</summary>
    List,

    /// <summary>An image with its caption.</summary>
    Figure,

    /// <summary>A table of data; tables that only arrange the page are taken apart.</summary>
    Table,

    /// <summary>Preformatted text.</summary>
    Code,
}

/// <summary>One block of an article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Html">Sanitised HTML, one element.</param>
/// <param name="Text">Plain text; line breaks inside the block are U+000A. Empty for an image without a caption.</param>
public sealed record Block(BlockKind Kind, string Html, string Text);
