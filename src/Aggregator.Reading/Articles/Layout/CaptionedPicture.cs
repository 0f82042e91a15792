using System.Text;
using Aggregator.Reading.Html;
using AngleSharp.Dom;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>Makes the block of a picture with its caption: <c>figure</c> and <c>figcaption</c>, whatever the page used.</summary>
internal static class CaptionedPicture
{
    /// <summary>The block, or null when the picture has no address that may be shown.</summary>
    public static Block? Of(PageBox box, Uri? address, Func<INode, bool> isCut)
    {
        var html = new StringBuilder("<figure>");
        var shown = box.Standing().Where(inside => inside.Tag == "img" || IsVideo(box, inside))
            .Select(inside => SanitizedMarkup.Of([inside.Element], address, isCut)).Where(markup => markup.Length > 0).ToList();
        if (shown.Count == 0) return null;
        foreach (var markup in shown) html.Append(markup);
        var caption = new List<string>();
        var text = new List<string>();
        Collect(box, box, address, isCut, caption, text);
        if (caption.Count > 0) html.Append("<figcaption>").AppendJoin(' ', caption).Append("</figcaption>");
        var title = box.Element.HasAttribute(EmbeddedVideo.Mark)
            ? box.Standing().FirstOrDefault(inside => IsVideo(box, inside))?.Element.TextContent : null;
        return new Block(BlockKind.Figure, html.Append("</figure>").ToString(), string.Join(' ', title is null ? text : [title, .. text]));
    }

    private static bool IsVideo(PageBox figure, PageBox box) => box.Tag == "a" && figure.Element.HasAttribute(EmbeddedVideo.Mark)
        && !box.Boxes.Any() && box.Chars > 0;

    // Words of one element belong together; elements are joined with a blank: caption, then credit.
    private static void Collect(PageBox figure, PageBox box, Uri? address, Func<INode, bool> isCut, List<string> caption, List<string> text)
    {
        if (box.Cut || box.Chars == 0 || IsVideo(figure, box)) return;
        if (box.Tag is not ("figure" or "img") && box.Boxes.All(inside => inside is { IsBlock: false, HoldsBlock: false })
            && !box.Boxes.Any(inside => inside.Element.QuerySelector("img") is not null || inside.Tag == "img"))
        {
            var parts = box.Content.Exists(piece => piece.Text is { } own && !string.IsNullOrWhiteSpace(own.Data)) ? [box]
                : box.Boxes.Where(inside => inside.Chars > 0).ToList();
            foreach (var part in parts.Count == 0 ? [box] : parts)
            {
                caption.Add((part.Tag is "a" or "em" or "i" or "b" or "strong" or "cite" or "small"
                    ? SanitizedMarkup.Of([part.Element], address, isCut) : SanitizedMarkup.Of(part.Element.ChildNodes, address, isCut))
                    .Trim());
                text.Add(PlainText.Of(part));
            }

            return;
        }

        foreach (var piece in box.Content)
        {
            if (piece.Box is { } inside) Collect(figure, inside, address, isCut, caption, text);
            else if (!string.IsNullOrWhiteSpace(piece.Text!.Data))
            {
                caption.Add(System.Net.WebUtility.HtmlEncode(piece.Text.Data.Trim()));
                text.Add(piece.Text.Data.Trim());
            }
        }
    }
}
