using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>
/// The part of a host that one owner registers: "sport.lemonde.fr" and "www.lemonde.fr" are both "lemonde.fr". The Public Suffix List has
/// 10,000 rows and changes weekly; these are the rows under which the press and its blogs are found.
/// </summary>
public static class RegistrableHost
{
    /// <summary>Names under which others register, of two labels.</summary>
    private static readonly FrozenSet<string> Suffixes = (
        "co.uk org.uk ac.uk gov.uk com.au net.au org.au co.nz org.nz co.za org.za co.in org.in co.jp or.jp co.kr com.br org.br com.ar com.mx "
        + "com.tr com.cn com.hk com.sg com.tw co.il org.il com.ng co.ke com.gh com.eg com.tn com.pl com.ua com.lb gouv.fr asso.fr gouv.qc.ca "
        + "gouv.ci gouv.sn blogspot.com blogspot.fr wordpress.com over-blog.com over-blog.org canalblog.com hautetfort.com eklablog.com "
        + "typepad.com typepad.fr substack.com tumblr.com medium.com ghost.io github.io gitlab.io hypotheses.org noblogs.org free.fr blog4ever.com "
        + "livejournal.com").Split(' ').ToFrozenSet(StringComparer.Ordinal);

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
