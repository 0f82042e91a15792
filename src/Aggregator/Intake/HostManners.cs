using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>What a host asked of us, whoever asked it: a feed's visit or an article's page.</summary>
internal static class HostManners
{
    private const int TooManyRequests = 429;

    /// <summary>
    /// 429 means the host, not the address (RFC 6585 §4): the asked and the answering host rest until Retry-After, or for the shortest
    /// interval if it names none. Inside a write.
    /// </summary>
    public static async Task RestAsync(
        SqlSession session, string asked, FetchResponse response, DateTimeOffset now, FetchingSettings settings, CancellationToken stop)
    {
        if (response.Status != TooManyRequests) return;
        var hosts = new[] { asked, response.FinalUrl }.Select(url => WebHost.Of(new Uri(url))).OfType<string>().Distinct(StringComparer.Ordinal);
        await session.RestAsync(hosts, response.RetryAfter ?? now + settings.MinInterval, stop);
    }
}
