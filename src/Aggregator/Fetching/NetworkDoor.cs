using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Aggregator.Fetching;

/// <summary>
/// The three things the client asks of the network: the addresses of a name, a connection to addresses that were judged, and whether
/// to trust a certificate. Tests put a made-up name service and a server on loopback behind it; the judging is never theirs.
/// </summary>
/// <param name="LookUp">The addresses of a name; throws <see cref="SocketException"/> where there are none.</param>
/// <param name="ConnectAsync">Opens a connection to one of the addresses.</param>
/// <param name="Trust">Judges a certificate in place of the system; null leaves it to the system.</param>
internal sealed record NetworkDoor(
    Func<string, CancellationToken, Task<IPAddress[]>> LookUp,
    Func<IPAddress[], int, CancellationToken, Task<Stream>> ConnectAsync,
    RemoteCertificateValidationCallback? Trust = null)
{
    /// <summary>The real one.</summary>
    public static NetworkDoor Real { get; } = new(Dns.GetHostAddressesAsync, OpenAsync);

    private static async Task<Stream> OpenAsync(IPAddress[] addresses, int port, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
