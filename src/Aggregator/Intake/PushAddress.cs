using System.Net;
using Aggregator.Fetching;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>Where hubs reach us: only when the operator named a public address.</summary>
/// <param name="publicUrl">The address that people open, as set; null when none was.</param>
/// <param name="policy">Which addresses are public, or allowed.</param>
public sealed class PushAddress(string? publicUrl, AddressPolicy policy)
{
    private static readonly string[] PrivateEnds = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".test", ".example", ".invalid"];

    private readonly string? begin = IsPublic(publicUrl, policy) ? publicUrl!.TrimEnd('/') : null;

    /// <summary>False: nobody is asked to push, and visits do it all.</summary>
    public bool IsOpen => begin is not null;

    /// <summary>The address that a hub sends to.</summary>
    public string Callback(string token) => $"{begin}/push/{token}";

    private static bool IsPublic(string? url, AddressPolicy policy)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !WebHost.IsWeb(address)) return false;
        if (IPAddress.TryParse(address.DnsSafeHost, out var ip)) return policy.Allows(ip);
        var host = WebHost.Of(address)!.TrimEnd('.');
        return host.Contains('.', StringComparison.Ordinal) && !PrivateEnds.Any(end => host.EndsWith(end, StringComparison.Ordinal));
    }
}
