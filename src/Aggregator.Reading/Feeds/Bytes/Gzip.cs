using System.IO.Compression;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>Unpacks bodies that servers send gzipped without saying so.</summary>
internal static class Gzip
{
    /// <summary>What is kept of an unpacked body, in bytes: no more than the fetcher takes of one that says it is packed.</summary>
    public const int Limit = 15 * 1024 * 1024;

    /// <summary>What is kept of one that goes on beyond the limit, in bytes: its first entries, if it has any. Most often it is a bomb.</summary>
    private const int KeptOfEndless = 2 * 1024 * 1024;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08]; // RFC 1952 section 2.3.1

    /// <summary>The body, unpacked when it starts like a gzip member. A broken or endless one gives what could be read.</summary>
    /// <param name="body">As received.</param>
    /// <param name="diagnostics">Where a fault is noted.</param>
    /// <param name="keptOfEndless">Bytes kept of one that goes on beyond <see cref="Limit"/>.</param>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> body, DiagnosticList diagnostics, int keptOfEndless = KeptOfEndless)
    {
        if (!body.Span.StartsWith(Magic)) return body;
        using var unpacked = new MemoryStream();
        try
        {
            using var packed = new MemoryStream(body.ToArray(), writable: false);
            using var inflate = new GZipStream(packed, CompressionMode.Decompress);
            if (!CopyUpTo(Limit, inflate, unpacked))
            {
                diagnostics.Break("gzip-too-large", $"Unpacked, the feed is larger than {Limit / 1024 / 1024} MB; all but its beginning was left out.");
                return unpacked.GetBuffer().AsSpan(0, Math.Min(keptOfEndless, (int)unpacked.Length)).ToArray();
            }
        }
        catch (InvalidDataException)
        {
            diagnostics.Break("gzip-broken", "The compressed body is damaged.");
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static bool CopyUpTo(int limit, GZipStream from, MemoryStream to)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (to.Length + read > limit) return false;
            to.Write(buffer, 0, read);
        }

        return true;
    }
}
