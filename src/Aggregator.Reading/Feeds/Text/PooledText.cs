using System.Buffers;
using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>Puts a text together in a buffer on loan, so that only the result is allocated. Always end with <see cref="TakeTrimmed"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PooledText
{
    private const int Smallest = 1024;

    private char[]? buffer;
    private int length;

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        length += text.Length;
    }

    public void Append(char c)
    {
        Room(1)[0] = c;
        length++;
    }

    /// <summary>Adds plain text as HTML.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        for (var at = HtmlText.IndexOfSpecial(text); at >= 0; at = HtmlText.IndexOfSpecial(text))
        {
            Append(text[..at]);
            Append(text[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&amp;",
            });
            text = text[(at + 1)..];
        }

        Append(text);
    }

    /// <summary>The text without white space around it; the buffer goes back.</summary>
    public string TakeTrimmed()
    {
        var text = buffer.AsSpan(0, length).Trim().ToString();
        if (buffer is not null) ArrayPool<char>.Shared.Return(buffer);
        (buffer, length) = (null, 0);
        return text;
    }

    private Span<char> Room(int more)
    {
        if (buffer is null || buffer.Length - length < more) Grow(more);
        return buffer.AsSpan(length);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Smallest, Math.Max(length + more, length * 2)));
        buffer.AsSpan(0, length).CopyTo(larger);
        if (buffer is not null) ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }
}
