using System.Buffers;
using Aggregator.Reading.Html;

namespace Aggregator.Reading.Articles.Content;

/// <summary>
/// The plain text of simple HTML in one pass, the same as <see cref="ArticleExtractor.ReadFragment"/> gives. Simple is: known elements, closed
/// in the order they were opened (paragraphs and items may be left open), attributes and references written by the book. A parser repairs
/// what is not; this one says so and leaves it.
/// </summary>
public ref struct ContentText
{
    private const int MaximumDepth = 64, MaximumLength = 1_000_000;

    private readonly ContentElement[] open = ArrayPool<ContentElement>.Shared.Rent(MaximumDepth);
    private readonly ReadOnlySpan<char> html;
    private ContentLines lines;
    private int depth;

    /// <summary>Depth of the element that is one block with all it holds; -1 outside of one.</summary>
    private int whole = -1;

    /// <summary>The last element was a line break in loose text: with a second one it ends the paragraph, unless there is ink between.</summary>
    private bool afterBreak;

    private ContentText(string html)
    {
        this.html = html;
        lines = new ContentLines(html.Length);
    }

    /// <summary>Reads the text, or says that the HTML is not simple.</summary>
    public static bool TryRead(string html, out string text)
    {
        text = "";
        if (html.Length > MaximumLength || html.Contains('\0', StringComparison.Ordinal)) return false;
        var reading = new ContentText(html);
        var isSimple = reading.Run();
        if (isSimple) text = WellFormedText.Of(reading.lines.Finish());
        reading.lines.Dispose();
        ArrayPool<ContentElement>.Shared.Return(reading.open);
        return isSimple;
    }

    private ContentTag Top => depth == 0 ? ContentTag.Wrapper : open[depth - 1].Tag;

    private bool Run()
    {
        var at = 0;
        while (at < html.Length)
        {
            var next = html[at..].IndexOf('<');
            var text = next < 0 ? html[at..] : html.Slice(at, next);
            if (!lines.Append(text)) return false;
            at += text.Length;
            if (next < 0) break;
            var length = Markup(html[at..]);
            if (length <= 0) return false;
            at += length;
        }

        return true;
    }

    /// <returns>Length of the tag or comment, or -1 when it is not simple.</returns>
    private int Markup(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[1] == '!') return TagScanner.CommentLength(text);
        var isEnd = text.Length > 1 && text[1] == '/';
        var start = isEnd ? 2 : 1;
        var name = TagScanner.NameLength(text[start..]);
        var element = name == 0 ? default : ContentTags.Of(text.Slice(start, name));
        if (element.Tag == ContentTag.Unknown) return -1;
        var rest = TagScanner.RestLength(text[(start + name)..]);
        return rest > 0 && (isEnd ? Close(element) : Open(element)) ? start + name + rest : -1;
    }

    private bool Open(ContentElement element)
    {
        var tag = element.Tag;
        switch (tag)
        {
            case ContentTag.Break: return Break();
            case ContentTag.Image: return Image();
            case ContentTag.Inline:
                afterBreak = false;
                return Push(element);
        }

        // A block ends an open paragraph, an item the one before it; anything else that is open has to be repaired.
        if (Top == ContentTag.Paragraph || (tag == ContentTag.Item && Top == ContentTag.Item)) Pop();
        if (Top is ContentTag.Inline or ContentTag.Heading || (tag == ContentTag.Item) != (Top is ContentTag.List or ContentTag.Numbered)) return false;
        EndLine();
        if (tag == ContentTag.Rule) return true;
        if (whole < 0 && tag is not (ContentTag.Wrapper or ContentTag.Caption)) whole = depth;
        return Push(element);
    }

    private bool Close(ContentElement element)
    {
        var tag = element.Tag;
        if (tag is ContentTag.Break or ContentTag.Image or ContentTag.Rule || depth == 0) return false;
        // A paragraph or an item ends with what it stands in.
        if (Top == ContentTag.Paragraph && tag is ContentTag.Item or ContentTag.Quote or ContentTag.Figure or ContentTag.Wrapper or ContentTag.Caption) Pop();
        if (Top == ContentTag.Item && tag is ContentTag.List or ContentTag.Numbered) Pop();
        if (depth == 0 || open[depth - 1] != element) return false;
        Pop();
        return true;
    }

    private bool Break()
    {
        var isLoose = whole < 0 && Top != ContentTag.Inline;
        if (isLoose && afterBreak && !lines.HasInk) lines.EndBlock();
        else lines.EndLine();
        afterBreak = isLoose;
        lines.HasInk = false;
        return true;
    }

    private bool Image()
    {
        if (whole < 0 && Top != ContentTag.Inline) lines.EndBlock();
        afterBreak = false;
        return true;
    }

    private void EndLine()
    {
        afterBreak = false;
        if (whole < 0) lines.EndBlock();
        else lines.EndLine();
    }

    private bool Push(ContentElement element)
    {
        if (depth == MaximumDepth) return false;
        open[depth++] = element;
        return true;
    }

    private void Pop()
    {
        var tag = open[--depth].Tag;
        if (tag == ContentTag.Inline) return;
        if (whole == depth) whole = -1;
        EndLine();
    }
}
