using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.Reading.Urls;

/// <summary>The host of an address in its ASCII form.</summary>
internal static class HostName
{
    private static readonly SearchValues<char> Lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>Lower case, U-labels as A-labels (RFC 5891), without a final dot; null when no host can be called so.</summary>
    public static string? Normalize(ReadOnlySpan<char> host)
    {
        if (host.StartsWith('[')) return Ipv6(host);
        var ascii = host.ContainsAnyExcept(Lower) ? Ascii(host.ToString()) : host.ToString();
        ascii = ascii?.TrimEnd('.');
        return string.IsNullOrEmpty(ascii) || ascii.Length > 253 || ascii[0] == '.' || ascii.AsSpan().ContainsAnyExcept(Lower)
            || ascii.Contains("..", StringComparison.Ordinal) ? null : ascii;
    }

    private static string? Ascii(string host)
    {
        if (host.Contains('%')) host = Uri.UnescapeDataString(host);
        if (System.Text.Ascii.IsValid(host)) return host.ToLowerInvariant();
        try
        {
            return Idn.GetAscii(host.Normalize(NormalizationForm.FormC).ToLowerInvariant().TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Ipv6(ReadOnlySpan<char> host) =>
        host.EndsWith(']') && IPAddress.TryParse(host[1..^1], out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            && address.ScopeId == 0 ? $"[{address}]" : null;
}
