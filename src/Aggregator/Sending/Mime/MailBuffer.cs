using System.Buffers;
using System.Text;

namespace Aggregator.Sending.Mime;

/// <summary>The bytes of a mail while it is written, in rented memory.</summary>
internal sealed class MailBuffer(int expected) : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(expected + expected / 4 + 2048);

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Free space of at least this size; what of it was used is told to <see cref="Advance"/>.</summary>
    public Span<byte> Free(int atLeast)
    {
        if (bytes.Length - Length < atLeast) Grow(atLeast);
        return bytes.AsSpan(Length);
    }

    public void Advance(int written) => Length += written;

    /// <summary>Forgets what was written after this length.</summary>
    public void Rewind(int length) => Length = length;

    /// <param name="text">ASCII: anything else would be a hole in the rules, and throws.</param>
    public void Ascii(ReadOnlySpan<char> text)
    {
        if (System.Text.Ascii.FromUtf16(text, Free(text.Length), out var written) != OperationStatus.Done)
            throw new InvalidOperationException("A character outside ASCII reached the wire.");
        Length += written;
    }

    public void Line(ReadOnlySpan<char> text = default)
    {
        Ascii(text);
        Ascii("\r\n");
    }

    public byte[] ToArray() => bytes.AsSpan(0, Length).ToArray();

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void Grow(int atLeast)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + atLeast));
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
