using System.Buffers;
using System.Net;

namespace Aggregator.Reading.Articles.Content;

/// <summary>Gathers text as a reader sees it: white space collapsed, blocks parted by a blank line, references resolved.</summary>
/// <param name="length">Length of the HTML. Text is never longer: what parts two blocks is shorter than the shortest tags that do.</param>
internal ref struct ContentLines(int length)
{
    /// <summary>The longest reference by its name is &amp;CounterClockwiseContourIntegral; what is longer is none.</summary>
    private const int LongestReference = 34;

    private readonly char[] buffer = ArrayPool<char>.Shared.Rent(length + 8);
    private int blockStart, end;

    /// <summary>Something else than white space was written since this was set to false.</summary>
    public bool HasInk { get; set; }

    /// <returns>False when a reference in it is not by the book; then the text is worth nothing.</returns>
    public bool Append(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&'))
        {
            Collapse(text[..at]);
            text = text[at..];
            if (Reference(text) is not (> 0 and var taken)) return false;
            text = text[taken..];
        }

        Collapse(text);
        return true;
    }

    public void EndLine()
    {
        while (end > blockStart && buffer[end - 1] == ' ') end--;
        if (end > blockStart && buffer[end - 1] != '\n') buffer[end++] = '\n';
    }

    public void EndBlock()
    {
        var block = buffer.AsSpan(blockStart, end - blockStart).Trim();
        block.CopyTo(buffer.AsSpan(blockStart));
        end = blockStart + block.Length;
        HasInk = false;
        if (block.IsEmpty) return;
        buffer[end++] = '\n';
        buffer[end++] = '\n';
        blockStart = end;
    }

    public string Finish()
    {
        EndBlock();
        return new string(buffer.AsSpan(0, Math.Max(0, end - 2)));
    }

    public readonly void Dispose() => ArrayPool<char>.Shared.Return(buffer);

    private void Collapse(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f') Space();
            else Write(c);
        }
    }

    private void Space()
    {
        if (end > blockStart && buffer[end - 1] is not (' ' or '\n')) buffer[end++] = ' ';
    }

    private void Write(char c)
    {
        HasInk |= !char.IsWhiteSpace(c);
        // Soft hyphens and marks without width are layout.
        if (c is not ('\u00AD' or '\u200B' or '\uFEFF')) buffer[end++] = c;
    }

    private int Reference(ReadOnlySpan<char> text)
    {
        // A "&" before white space or at the end is a character like any other (HTML Standard, 13.2.5.72).
        if (text.Length == 1 || text[1] is ' ' or '\n' or '\t')
        {
            Write('&');
            return 1;
        }

        var taken = text[..Math.Min(text.Length, LongestReference)].IndexOf(';') + 1;
        if (taken < 3 || text[1..(taken - 1)].ContainsAnyExcept(Names)) return -1;
        var name = text[..taken].ToString();
        var meant = WebUtility.HtmlDecode(name);
        // Numbers of control characters mean something else to browsers than to the library.
        if (meant == name || meant.Length > 2 || meant[0] < ' ' || meant[0] is >= '\u007F' and < '\u00A0' || char.IsSurrogate(meant[0]) && meant.Length == 1) return -1;
        Collapse(meant);
        return taken;
    }

    private static readonly SearchValues<char> Names = SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
