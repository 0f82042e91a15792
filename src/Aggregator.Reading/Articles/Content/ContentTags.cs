using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Aggregator.Reading.Articles.Content;

/// <summary>What an element means for the text around it.</summary>
internal enum ContentTag
{
    /// <summary>Not simple: the whole parser must read it.</summary>
    Unknown,

    /// <summary>Marks words, and starts no line.</summary>
    Inline,

    /// <summary>An image: stands between paragraphs when it stands loose.</summary>
    Image,
    Break,
    Rule,

    /// <summary>A paragraph: ends where the next block begins.</summary>
    Paragraph,
    Heading,

    /// <summary>One block with all it holds.</summary>
    Quote,

    /// <inheritdoc cref="Quote"/>
    Figure,

    /// <inheritdoc cref="Quote"/>
    List,

    /// <inheritdoc cref="List"/>
    Numbered,
    Item,

    /// <summary>Arranges blocks.</summary>
    Wrapper,

    /// <inheritdoc cref="Wrapper"/>
    Caption,
}

/// <summary>An element that simple content may have.</summary>
/// <param name="Tag">What it means for the text.</param>
/// <param name="Number">Which it is: an end tag closes its own kind alone.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentElement(ContentTag Tag, int Number);

/// <summary>The elements that simple content is made of.</summary>
internal static class ContentTags
{
    private static readonly FrozenDictionary<string, ContentElement> Elements = new (ContentTag Tag, string Names)[]
    {
        (ContentTag.Inline, "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var"),
        (ContentTag.Image, "img"),
        (ContentTag.Break, "br"),
        (ContentTag.Rule, "hr"),
        (ContentTag.Paragraph, "p"),
        (ContentTag.Heading, "h1 h2 h3 h4 h5 h6"),
        (ContentTag.Quote, "blockquote"),
        (ContentTag.Figure, "figure"),
        (ContentTag.Caption, "figcaption"),
        (ContentTag.List, "ul"),
        (ContentTag.Numbered, "ol"),
        (ContentTag.Item, "li"),
        (ContentTag.Wrapper, "div"),
    }.SelectMany(group => group.Names.Split(' ').Select(name => (Name: name, group.Tag)))
        .Select((element, number) => (element.Name, Element: new ContentElement(element.Tag, number))).ToFrozenDictionary(pair => pair.Name, pair => pair.Element, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ContentElement>.AlternateLookup<ReadOnlySpan<char>> ByName = Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ContentElement Of(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var element) ? element : default;
}
