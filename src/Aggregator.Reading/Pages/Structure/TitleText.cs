using System.Text;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>
/// The words of a title without a date that stands in an element of its own beside them: "<c>small</c>Sep 1, 2025<c>/small</c> Ferry firm
/// adds two boats". A date among the words is theirs.
/// </summary>
internal static class TitleText
{
    public static string Of(PageBox title)
    {
        var text = new StringBuilder();
        var whole = Line.Of(PlainText.Of(title));
        if (!title.Boxes.Any()) return whole;
        Append(text, title);
        return Line.Of(text.ToString()) is { Length: > 0 } kept ? kept : whole;
    }

    private static void Append(StringBuilder text, PageBox box)
    {
        foreach (var piece in box.Content)
        {
            if (piece.Text is { } words) text.Append(words.Data);
            else if (piece.Box!.Tag is "br") text.Append(' ');
            else if (!IsDate(piece.Box))
            {
                if (piece.Box.IsBlock) text.Append(' ');
                Append(text, piece.Box);
                if (piece.Box.IsBlock) text.Append(' ');
            }
        }
    }

    private static bool IsDate(PageBox box) =>
        box.Chars is > 3 and < 40 && (box.Tag == "time"
            || EntryDate.IsDate(Line.Of(PlainText.Of(box)).Trim('(', ')', '[', ']', ' '), dayFirst: true));
}
