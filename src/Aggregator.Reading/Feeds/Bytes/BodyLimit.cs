namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>Keeps a body that never ends from filling the memory.</summary>
internal static class BodyLimit
{
    /// <summary>What is kept of a body, unpacked, in bytes. The largest real feeds are below 20 MB.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>The body, without what is beyond the limit.</summary>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> body, DiagnosticList diagnostics)
    {
        if (body.Length <= Bytes) return body;
        diagnostics.Break("too-large", $"The feed is larger than {Bytes / 1024 / 1024} MB; the rest was left out.");
        return body[..Bytes];
    }
}
