namespace Aggregator.Sources;

/// <summary>The host of an address as the name service is asked for it.</summary>
public static class WebHost
{
    /// <returns>
    /// Lower case ASCII; null where the host cannot be written so. .NET takes such an address apart and throws only when it is asked for
    /// the name ("http://a․b/", with a dot leader in place of a dot).
    /// </returns>
    public static string? Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            return address.IdnHost is { Length: > 0 } host ? host.ToLowerInvariant() : null;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A full http or https address with a host that can be asked for.</summary>
    public static bool IsWeb(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && address.Scheme is ("http" or "https") && Of(address) is not null;
    }
}
