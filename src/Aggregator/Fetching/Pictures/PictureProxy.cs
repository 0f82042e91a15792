using System.Collections.Concurrent;

namespace Aggregator.Fetching.Pictures;

/// <summary>Gets publishers' pictures for our pages through the guarded client: readers' browsers never ask the publisher, who would learn who reads what.</summary>
public sealed class PictureProxy(Fetcher fetcher, PictureStore store)
{
    private const string Accept = "image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9";

    private readonly ConcurrentDictionary<string, Lazy<Task<Picture?>>> underWay = new(StringComparer.Ordinal);

    /// <summary>The picture at an http(s) address, from disk when it is there. Many who ask at once cause one request.</summary>
    /// <returns>Null when there is none to be had: a fault, another format, too large.</returns>
    public async Task<Picture?> GetAsync(string address, CancellationToken stop)
    {
        var known = await store.FindAsync(address, stop);
        if (known.IsKnown) return known.Picture;
        // Whoever asked first may go away; the others still wait for the same answer, which has a deadline of its own.
        var fetch = underWay.GetOrAdd(address, asked => new(() => FetchAsync(asked)));
        return await fetch.Value.WaitAsync(stop);
    }

    private async Task<Picture?> FetchAsync(string address)
    {
        try
        {
            var response = await fetcher.GetAsync(new(address, Accept: Accept), CancellationToken.None);
            var picture = response.Problem is null ? Picture.Of(response.Body) : null;
            await store.KeepAsync(address, picture, CancellationToken.None);
            return picture;
        }
        finally
        {
            underWay.TryRemove(address, out _);
        }
    }
}
