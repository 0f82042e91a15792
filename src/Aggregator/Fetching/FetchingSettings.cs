using System.Globalization;
using System.Net;
using Aggregator.Storage;

namespace Aggregator.Fetching;

/// <summary>The section <c>Fetching</c> of the settings.</summary>
public sealed class FetchingSettings
{
    /// <summary>Networks (CIDR) that may be visited although they are not public, such as <c>127.0.0.0/8</c>. Empty by default.</summary>
    public string[] AllowedPrivateNetworks { get; set; } = [];

    /// <summary>Requests in flight for one host.</summary>
    public int PerHost { get; set; } = 1;

    /// <summary>Pause between the starts of two requests to one host.</summary>
    public TimeSpan HostDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Hosts that want another pace, by their exact name: <c>Fetching:Hosts:example.org:Delay=00:00:10</c>.</summary>
    public Dictionary<string, HostBudget> Hosts { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ports that may be visited on the public internet.</summary>
    public int[] Ports { get; set; } = [];

    /// <summary>Requests in flight altogether.</summary>
    public int Concurrency { get; set; } = 256;

    /// <summary>Shortest time between two visits of one source.</summary>
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Longest time between two visits of one source.</summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Time for one request with its redirects, from the look-up of the name to the last byte of the body.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of a body after decompression; a longer one is refused.</summary>
    public int MaxBytes { get; set; } = 15_000_000;

    /// <summary>Where a publisher can reach the operator (address of a page or a mailbox); named in every request.</summary>
    public string? Contact { get; set; }

    /// <summary>How long a worker may hold a row: the deadline for the visit itself and as long for each neighbour that may stand before it.</summary>
    public TimeSpan Lease => 8 * Deadline + TimeSpan.FromMinutes(2);

    /// <summary>The ports of the web, unless the operator named others.</summary>
    public static IReadOnlyList<int> UsualPorts { get; } = [80, 443, 8080, 8443];

    /// <summary>The longest pause of any host.</summary>
    public TimeSpan LongestDelay => Hosts.Values.Select(host => host.Delay ?? TimeSpan.Zero).Append(HostDelay).Max();

    /// <summary>The shortest pause of any host.</summary>
    public TimeSpan ShortestDelay => Hosts.Values.Select(host => host.Delay ?? HostDelay).Append(HostDelay).Min();

    /// <summary>The hosts with a pace of their own, whole.</summary>
    public IReadOnlyList<HostPace> Paces => [.. Hosts.Keys.Select(host => new HostPace(host.ToLowerInvariant(), PerHostOf(host), DelayOf(host)))];

    /// <summary>Requests of a host in flight.</summary>
    public int PerHostOf(string host) => Hosts.GetValueOrDefault(host)?.PerHost ?? PerHost;

    /// <summary>Pause between the starts of two requests to a host.</summary>
    public TimeSpan DelayOf(string host) => Hosts.GetValueOrDefault(host)?.Delay ?? HostDelay;

    /// <summary>The first setting that cannot be used, as a sentence, or null.</summary>
    public string? Problem()
    {
        foreach (var network in AllowedPrivateNetworks)
            if (!IPNetwork.TryParse(network, out _))
                return $"Fetching:AllowedPrivateNetworks names \"{network}\", which is no network: write it like 127.0.0.0/8.";
        foreach (var (host, budget) in Hosts)
            if (budget.Problem() is { } wrong) return $"Fetching:Hosts:{host}:{wrong}";
        return PerHost is < 1 or > 16 ? Range(nameof(PerHost), PerHost, "1 to 16")
            : Concurrency is < 1 or > 1000 ? Range(nameof(Concurrency), Concurrency, "1 to 1000")
            : HostDelay < TimeSpan.Zero || HostDelay > TimeSpan.FromMinutes(10) ? Range(nameof(HostDelay), HostDelay, "00:00:00 to 00:10:00")
            : MinInterval < TimeSpan.FromSeconds(1) || MinInterval > MaxInterval ? Range(nameof(MinInterval), MinInterval, "00:00:01 to Fetching:MaxInterval")
            : MaxInterval > TimeSpan.FromDays(30) ? Range(nameof(MaxInterval), MaxInterval, "Fetching:MinInterval to 30.00:00:00")
            : Deadline < TimeSpan.FromSeconds(1) || Deadline > TimeSpan.FromMinutes(10) ? Range(nameof(Deadline), Deadline, "00:00:01 to 00:10:00")
            : MaxBytes is < 1000 or > 200_000_000 ? Range(nameof(MaxBytes), MaxBytes, "1000 to 200000000")
            : Array.Exists(Ports, port => port is < 1 or > 65535) ? "Fetching:Ports must be numbers from 1 to 65535, such as 80,443,8080."
            : Contact?.Any(c => c is < ' ' or > '~') == true ? "Fetching:Contact must be plain ASCII on one line: an address of a page or a mailbox."
            : null;
    }

    private static string Range(string name, IFormattable value, string range) =>
        $"Fetching:{name} is {value.ToString(null, CultureInfo.InvariantCulture)}: it must be {range}.";
}

/// <summary>The pace of one host; what is left out is as everywhere.</summary>
public sealed class HostBudget
{
    /// <inheritdoc cref="FetchingSettings.PerHost"/>
    public int? PerHost { get; set; }

    /// <summary>Pause between the starts of two requests.</summary>
    public TimeSpan? Delay { get; set; }

    internal string? Problem() =>
        PerHost is < 1 or > 16 ? $"PerHost is {PerHost.Value.ToString(CultureInfo.InvariantCulture)}: it must be 1 to 16."
        : Delay < TimeSpan.Zero || Delay > TimeSpan.FromMinutes(10) ? $"Delay is {Delay}: it must be 00:00:00 to 00:10:00." : null;
}
