using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Urls;

/// <summary>
/// The part of a host that one owner registers: "sport.lemonde.fr" and "www.lemonde.fr" are both "lemonde.fr". The Public Suffix List has
/// 10,000 rows and changes weekly; these are the rows under which the press and its blogs are found.
/// </summary>
public static class RegistrableHost
{
    private static readonly WordList List = WordList.Read("shared-suffixes.txt");

    /// <summary>Names under which others register, of two labels.</summary>
    private static readonly FrozenSet<string> Suffixes = (List.Text("suffixes")).Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The registrable part of a host in its ASCII form, or of an address; what is neither comes back in lower case.</summary>
    public static string Of(string hostOrAddress)
    {
        ArgumentNullException.ThrowIfNull(hostOrAddress);
        var host = Uri.TryCreate(hostOrAddress, UriKind.Absolute, out var address) && address.IdnHost.Length > 0 ? address.IdnHost : hostOrAddress;
        host = host.Trim().TrimEnd('.').ToLowerInvariant();
        if (!host.Contains('.') || host.Contains(' ') || Uri.CheckHostName(host) != UriHostNameType.Dns) return host;
        var labels = host.Split('.');
        for (var from = 1; from < labels.Length; from++)
        {
            var suffix = string.Join('.', labels[from..]);
            if (from == labels.Length - 1 || Suffixes.Contains(suffix)) return $"{labels[from - 1]}.{suffix}";
        }

        return host;
    }
}
