using System.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>Writes the text of boxes as a reader sees it: white space collapsed, blocks on lines of their own.</summary>
internal static class PlainText
{
    public static string Of(PageBox box)
    {
        var text = new StringBuilder();
        Append(text, box, box.Tag is "pre" or "xmp");
        return Tidy(text);
    }

    public static string Of(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces) Append(text, piece, pre: false);
        return Tidy(text);
    }

    private static void Append(StringBuilder text, PageBox box, bool pre)
    {
        if (box.Cut) return;
        if (box.Tag == "br" || box.IsBlock) BreakLine(text);
        foreach (var piece in box.Content) Append(text, piece, pre || box.Tag == "pre");
        if (box.Tag is "td" or "th") text.Append(' ');
        if (box.IsBlock) BreakLine(text);
    }

    private static void Append(StringBuilder text, Piece piece, bool pre)
    {
        // The caption of a picture inside a list or a quote is no line of it.
        if (piece.Box is { } box)
        {
            if (box.Picture != PictureRole.Picture) Append(text, box, pre);
        }
        else if (pre) text.Append(piece.Text!.Data);
        else AppendCollapsed(text, piece.Text!.Data);
    }

    private static void AppendCollapsed(StringBuilder text, string data)
    {
        foreach (var c in data)
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f') Space(text);
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF')) text.Append(c);
        }
    }

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }

    private static void BreakLine(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    private static string Tidy(StringBuilder text) => Html.WellFormedText.Of(text.ToString()).Trim();
}
