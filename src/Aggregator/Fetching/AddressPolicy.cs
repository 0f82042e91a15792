using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Aggregator.Fetching;

/// <summary>
/// Which IP addresses may be connected to: those of the public internet, and the private networks an operator names. It judges
/// the address of the connection, never the text of a URL, so names, redirects and odd spellings of numbers cannot get around it.
/// Source of the ranges: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates), and what clouds serve
/// to their own machines alone at addresses that look public (<c>cloud-networks.txt</c>).
/// </summary>
/// <param name="allowedPrivateNetworks">Networks (CIDR) that may be visited although they are not public, at any port.</param>
/// <param name="ports">Ports that may be visited on the public internet; null allows all.</param>
public sealed class AddressPolicy(IEnumerable<string> allowedPrivateNetworks, IEnumerable<int>? ports = null)
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only 2000::/3 is global unicast; within it these are not the public internet.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20", "2620:4f:8000::/48" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96"), Tunnel6To4 = IPNetwork.Parse("2002::/16");

    private static readonly IPNetwork[] CloudOnly = ReadCloudNetworks();

    private readonly IPNetwork[] allowed = [.. allowedPrivateNetworks.Select(IPNetwork.Parse)];

    private readonly HashSet<int>? ports = ports?.ToHashSet();

    /// <summary>Whether a connection may be made. Addresses that carry an IPv4 address inside are judged by that one.</summary>
    public bool Allows(IPAddress address)
    {
        var real = Embedded(address) ?? address;
        return IsNamed(real) || IsPublic(real);
    }

    /// <summary>Whether the port may be used at an address that is allowed: a feed is no way to other services of a machine.</summary>
    public bool AllowsPort(IPAddress address, int port) => ports is null || ports.Contains(port) || IsNamed(Embedded(address) ?? address);

    private bool IsNamed(IPAddress real) => Array.Exists(allowed, network => network.Contains(real));

    private static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(NotPublic, network => network.Contains(address)) && !IsCloudOnly(address),
        AddressFamily.InterNetworkV6 => address.ScopeId == 0 && GlobalUnicast.Contains(address)
            && !Array.Exists(NotPublicV6, network => network.Contains(address)) && !IsCloudOnly(address),
        _ => false,
    };

    private static bool IsCloudOnly(IPAddress address) => Array.Exists(CloudOnly, network => network.Contains(address));

    private static IPNetwork[] ReadCloudNetworks()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("cloud-networks.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(IPNetwork.Parse)];
    }

    /// <summary>The IPv4 address inside a mapped (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056) address.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address)) return new IPAddress(bytes.AsSpan(12));
        return Tunnel6To4.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4)) : null;
    }
}
