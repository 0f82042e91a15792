using System.Buffers;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>A body as characters in a buffer that may be on loan: dispose it when no slice is needed any more.</summary>
/// <param name="Buffer">Holds the characters; longer than <paramref name="Length"/>.</param>
/// <param name="Encoding">The encoding's name in lower case, such as "utf-8".</param>
/// <param name="IsPooled">Whether the buffer is on loan.</param>
internal sealed record DecodedBody(char[] Buffer, int Length, string Encoding, bool IsPooled) : IDisposable
{
    /// <summary>Mends texts whose bytes were in another encoding than the others; null where there can be none.</summary>
    public MisreadText? Misread { get; init; }

    public ReadOnlySpan<char> Text => Buffer.AsSpan(0, Length);

    public void Dispose()
    {
        if (IsPooled) ArrayPool<char>.Shared.Return(Buffer);
    }
}
