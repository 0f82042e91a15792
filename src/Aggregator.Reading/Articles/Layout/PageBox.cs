using AngleSharp.Dom;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>A piece of what stands in a box: a text or another box.</summary>
internal readonly record struct Piece(IText? Text, PageBox? Box);

/// <summary>
/// An element of the page with what one walk found out about it. The document itself is never changed: what is not article is
/// <see cref="Cut"/> here. Lengths are in characters that are not white space, so that layout in the source does not count.
/// </summary>
internal sealed class PageBox(IElement element, string tag, PageBox? parent)
{
    public IElement Element { get; } = element;

    public string Tag { get; } = tag;

    public PageBox? Parent { get; } = parent;

    public List<Piece> Content { get; } = [];

    public Signals Signals { get; set; }

    /// <summary>Whether it starts a new line: block elements, table parts, list items.</summary>
    public bool IsBlock { get; init; }

    /// <summary>Whether a block stands somewhere inside.</summary>
    public bool HoldsBlock { get; set; }

    public bool IsHidden { get; set; }

    /// <summary>All text inside.</summary>
    public int Chars { get; set; }

    /// <summary>The part of <see cref="Chars"/> that stands in links.</summary>
    public int LinkChars { get; set; }

    /// <summary>Text that stands in this block and in no block inside it.</summary>
    public int OwnChars { get; set; }

    /// <summary>The part of <see cref="OwnChars"/> that stands in links.</summary>
    public int OwnLinkChars { get; set; }

    /// <summary>Running text inside that is not cut: see <see cref="Prose"/>.</summary>
    public double Prose { get; set; }

    /// <summary>Whether it is a picture with its caption: see <see cref="Pictures"/>.</summary>
    public PictureRole Picture { get; set; }

    /// <summary>Not part of the article.</summary>
    public bool Cut { get; set; }

    public double LinkShare => Chars == 0 ? 0 : (double)LinkChars / Chars;

    public bool Has(Signals any) => (Signals & any) != Signals.None;

    public IEnumerable<PageBox> Boxes => Content.Where(piece => piece.Box is not null).Select(piece => piece.Box!);

    /// <summary>This box and all inside it that is not cut, in the order of the page.</summary>
    public IEnumerable<PageBox> Standing()
    {
        var rest = new Stack<PageBox>();
        rest.Push(this);
        while (rest.TryPop(out var box))
        {
            if (box.Cut) continue;
            yield return box;
            for (var i = box.Content.Count - 1; i >= 0; i--)
                if (box.Content[i].Box is { } inside) rest.Push(inside);
        }
    }
}
