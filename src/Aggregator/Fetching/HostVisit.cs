using Aggregator.Sources;

namespace Aggregator.Fetching;

/// <summary>The place that one request holds at a host, and takes along when it is redirected. It never holds two: that could lock.</summary>
internal sealed class HostVisit(HostGate hosts) : IDisposable
{
    private IDisposable? place;

    /// <param name="address">One that <see cref="WebHost.IsWeb"/> has let through.</param>
    public async Task MoveToAsync(Uri address, CancellationToken stop)
    {
        place?.Dispose();
        place = null;
        place = await hosts.EnterAsync(WebHost.Of(address)!, stop);
    }

    public void Dispose() => place?.Dispose();
}
