using System.Net;
using System.Net.Sockets;

namespace Aggregator.Fetching;

/// <summary>Opens the connection of a request: looks the name up once, and connects only where the policy allows.</summary>
internal sealed class GuardedConnection(AddressPolicy policy, NetworkDoor door)
{
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await LookUpAsync(host, stop);
        // One that is not allowed spoils the name: a public address beside a private one is how rebinding is dressed up.
        if (Array.Find(addresses, address => !policy.Allows(address)) is { } refused) throw new AddressRefusedException(host, refused);
        if (Array.Exists(addresses, address => !policy.AllowsPort(address, port))) throw new PortRefusedException(host, port);
        return await door.ConnectAsync(addresses, port, stop);
    }

    private async Task<IPAddress[]> LookUpAsync(string host, CancellationToken stop)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return [literal];
        // RFC 6761 §6.3: these names are this machine, whatever a name service says.
        if (IsLocal(host)) return [IPAddress.Loopback];
        try
        {
            return await door.LookUp(host, stop) is { Length: > 0 } found ? found : throw new NameNotFoundException(host);
        }
        // The name service itself is out of reach, or fails: that says nothing of the name.
        catch (SocketException e) when (e.SocketErrorCode is SocketError.TryAgain or SocketError.NoRecovery)
        {
            throw new NameUnansweredException(host);
        }
        catch (SocketException)
        {
            throw new NameNotFoundException(host);
        }
    }

    private static bool IsLocal(string host)
    {
        var name = host.AsSpan().TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>No server has this name, as far as the name service says now.</summary>
internal sealed class NameNotFoundException(string host) : Exception($"No address is known for {host}.")
{
    public string Host { get; } = host;
}

/// <summary>The name service gave no answer about this name.</summary>
internal sealed class NameUnansweredException(string host) : Exception($"The name service gave no answer about {host}.")
{
    public string Host { get; } = host;
}

/// <summary>The name leads to an address that is not public and not allowed.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address) : Exception($"{host} leads to {address}, which is not public.")
{
    public string Named { get; } = host == address.ToString() ? host : $"{host} ({address})";
}

/// <summary>The port is none that the web is served at.</summary>
internal sealed class PortRefusedException(string host, int port) : Exception($"{host}:{port} is no port of the web.")
{
    public string Named { get; } = $"{host}:{port}";
}
