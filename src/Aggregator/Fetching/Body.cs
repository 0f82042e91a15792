namespace Aggregator.Fetching;

/// <summary>Reads a body up to a cap, counted after decompression: a small answer may unpack to gigabytes.</summary>
internal static class Body
{
    /// <returns>The body, or null when it is longer than <paramref name="maxBytes"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken stop)
    {
        // With decompression on, the handler removes Content-Length: then this is null and the loop counts.
        if (response.Content.Headers.ContentLength > maxBytes) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        // What the header promises is not taken at its word: many hosts that promise much would hold much.
        var buffer = new byte[Math.Clamp((int)(response.Content.Headers.ContentLength ?? 0) + 1, 16 * 1024, 256 * 1024)];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), stop);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > maxBytes) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes + 1));
        }
    }
}
