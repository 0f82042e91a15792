using Aggregator.Reading.Html;
using AngleSharp.Dom;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>Turns what is left standing into blocks, in the order of the page. Text that stands loose in a wrapper becomes a paragraph.</summary>
internal sealed class BlockList(Uri? address)
{
    private readonly List<Block> _blocks = [];
    private readonly List<Piece> _loose = [];
    private readonly HashSet<INode> _cut = [];

    public static List<Block> Of(PageBox main, Uri? address)
    {
        var list = new BlockList(address);
        list.Collect(main);
        list.Take(main, inside: true);
        list.EndParagraph();
        return list._blocks;
    }

    private void Collect(PageBox box)
    {
        foreach (var inside in box.Boxes)
        {
            if (inside.Cut) _cut.Add(inside.Element);
            else Collect(inside);
        }
    }

    private void Take(PageBox box, bool inside = false)
    {
        if (box.Cut) return;
        if (!inside && KindOf(box) is { } kind)
        {
            EndParagraph();
            Add(kind, box);
        }
        else if (inside || box.IsBlock || box.HoldsBlock) TakeContent(box);
        else _loose.Add(new Piece(null, box));
    }

    private void TakeContent(PageBox box)
    {
        if (box.IsBlock) EndParagraph();
        for (var i = 0; i < box.Content.Count; i++)
        {
            var piece = box.Content[i];
            if (piece.Box is { Tag: "br" } && NextIsBreak(box.Content, i)) EndParagraph();
            else if (piece.Box is { } inside) Take(inside);
            else _loose.Add(piece);
        }

        if (box.IsBlock) EndParagraph();
    }

    private static bool NextIsBreak(List<Piece> content, int i)
    {
        while (++i < content.Count)
        {
            if (content[i].Box is { } box) return box.Tag == "br";
            if (!string.IsNullOrWhiteSpace(content[i].Text!.Data)) return false;
        }

        return false;
    }

    private static BlockKind? KindOf(PageBox box) => box.Picture switch
    {
        PictureRole.Picture => BlockKind.Figure,
        PictureRole.Frame => null,
        _ => KindOfTag(box),
    };

    private static BlockKind? KindOfTag(PageBox box) => box.Tag switch
    {
        "p" when !box.HoldsBlock => BlockKind.Paragraph,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when !box.HoldsBlock => BlockKind.Heading,
        "blockquote" => BlockKind.Quote,
        "ul" or "ol" or "dl" => BlockKind.List,
        "figure" or "picture" or "img" => BlockKind.Figure,
        "table" when IsData(box) => BlockKind.Table,
        "pre" or "xmp" => BlockKind.Code,
        _ => null,
    };

    // A table whose cells hold blocks of text, or that has one cell a row, arranges the page.
    private static bool IsData(PageBox table) =>
        table.Standing().Count(box => box.Tag is "td" or "th") > table.Standing().Count(box => box.Tag == "tr") && !table.Standing().Any(box => box != table && (box.Tag == "table" || (box.Tag is "td" or "th" && box.Chars > 1_500)));

    private void Add(BlockKind kind, PageBox box)
    {
        if (box.Picture == PictureRole.Picture)
        {
            if (CaptionedPicture.Of(box, address, _cut.Contains) is { } picture) _blocks.Add(picture);
            return;
        }

        var text = PlainText.Of(box);
        var figure = kind == BlockKind.Figure || (text.Length == 0 && kind == BlockKind.Paragraph);
        if (text.Length == 0 && !figure) return;
        var html = SanitizedMarkup.Of([box.Element], address, _cut.Count == 0 ? null : _cut.Contains);
        if (html.Length == 0 || (text.Length == 0 && !html.Contains("<img", StringComparison.Ordinal))) return;
        _blocks.Add(new Block(figure ? BlockKind.Figure : kind, html, text));
    }

    private static bool IsBlank(Piece piece) => piece.Box?.Tag == "br" || (piece.Text is { } text && string.IsNullOrWhiteSpace(text.Data));

    private void EndParagraph()
    {
        while (_loose.Count > 0 && IsBlank(_loose[0])) _loose.RemoveAt(0);
        while (_loose.Count > 0 && IsBlank(_loose[^1])) _loose.RemoveAt(_loose.Count - 1);
        if (_loose.Count == 0) return;
        var text = PlainText.Of(_loose);
        if (text.Length > 0)
        {
            var nodes = _loose.Select(piece => (INode?)piece.Text ?? piece.Box!.Element);
            var html = SanitizedMarkup.Of(nodes, address, _cut.Count == 0 ? null : _cut.Contains);
            _blocks.Add(new Block(BlockKind.Paragraph, $"<p>{html.Trim()}</p>", text));
        }

        _loose.Clear();
    }
}
