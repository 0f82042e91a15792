using System.Net;
using System.Net.Sockets;

namespace Aggregator.Fetching;

/// <summary>Opens the connection of a request: looks the name up and connects only to an address that the policy allows.</summary>
internal sealed class GuardedConnection(AddressPolicy policy)
{
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await LookUpAsync(context.DnsEndPoint.Host, stop);
        var allowed = Array.FindAll(addresses, policy.Allows);
        if (allowed.Length == 0) throw new AddressRefusedException(context.DnsEndPoint.Host, addresses[0]);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> LookUpAsync(string host, CancellationToken stop)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return [literal];
        try
        {
            return await Dns.GetHostAddressesAsync(host, stop) is { Length: > 0 } found ? found : throw new NameNotFoundException(host);
        }
        catch (SocketException)
        {
            throw new NameNotFoundException(host);
        }
    }
}

/// <summary>No server has this name, as far as the name service says now.</summary>
internal sealed class NameNotFoundException(string host) : Exception($"No address is known for {host}.")
{
    public string Host { get; } = host;
}

/// <summary>The name leads to an address that is not public and not allowed.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address) : Exception($"{host} leads to {address}, which is not public.")
{
    public string Named { get; } = host == address.ToString() ? host : $"{host} ({address})";
}
