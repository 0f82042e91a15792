using System.Buffers;
using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>Folds text into rented memory, so that a hash of it needs no string.</summary>
internal ref struct FoldedBuffer(int capacity)
{
    /// <summary>What each ASCII character becomes: most of a French text, too, goes this way.</summary>
    private static readonly char[] Ascii =
        [.. Enumerable.Range(0, 128).Select(code => char.IsAsciiLetterOrDigit((char)code) ? char.ToLowerInvariant((char)code) : ' ')];

    private char[] buffer = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 64));
    private int length;
    private bool spaceDue;

    public readonly ReadOnlySpan<char> Text => buffer.AsSpan(0, length);

    /// <summary>Letters and digits so far, in UTF-16 units.</summary>
    public int Letters { get; private set; }

    public void Append(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] >= Ascii.Length) at += AppendOther(text[at..]) - 1;
            else if (Ascii[text[at]] is not ' ' and var letter) AppendLetter(letter);
            else spaceDue = true;
        }
    }

    public readonly void Dispose() => ArrayPool<char>.Shared.Return(buffer);

    /// <returns>How many units of the text it took.</returns>
    private int AppendOther(ReadOnlySpan<char> text)
    {
        var folding = Rune.DecodeFromUtf16(text, out var rune, out var consumed) == OperationStatus.Done ? RuneFolding.Of(rune) : " ";
        foreach (var letter in folding)
        {
            if (letter == ' ') spaceDue = true;
            else AppendLetter(letter);
        }

        return consumed;
    }

    private void AppendLetter(char letter)
    {
        if (length + 2 > buffer.Length) Grow();
        if (spaceDue && length > 0) buffer[length++] = ' ';
        spaceDue = false;
        buffer[length++] = letter;
        Letters++;
    }

    /// <summary>A ligature can fold to 18 letters (U+FDFA), so the length of the text is no bound.</summary>
    private void Grow()
    {
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        Text.CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }
}
