using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>Parameters that mean nothing on one site and may mean something on another.</summary>
internal static class SiteParameters
{
    /// <summary>Gone from the address: the page opens as well without them.</summary>
    private static readonly HostTable<FrozenSet<string>> Tracking = Table(
        ("barrons.com", ["mod", "reflink"]),
        ("bloomberg.com", ["srnd", "sref", "leadSource", "accessToken"]),
        ("elpais.com", ["ssm", "prm"]),
        ("facebook.com", ["rdid", "__tn__", "__cft__%5B0%5D", "refsrc", "_rdr", "sfnsn", "share_url"]),
        ("forbes.com", ["sh"]),
        ("ft.com", ["segmentId", "accessToken", "shareType"]),
        ("instagram.com", ["igsh"]),
        ("lefigaro.fr", ["een", "seen", "m_i"]),
        ("lemonde.fr", ["random"]),
        ("leparisien.fr", ["ts"]),
        ("linkedin.com", ["trk", "trackingId", "lipi", "midToken", "midSig", "trkEmail", "rcm", "originalSubdomain"]),
        ("marketwatch.com", ["mod", "reflink"]),
        ("mediapart.fr", ["userid"]),
        ("medium.com", ["source", "gi"]),
        ("news.google.com", ["oc"]),
        ("nytimes.com", ["partner", "emc", "smtyp", "unlocked_article_code", "_r", "referringSource", "campaign_id", "instance_id",
            "segment_id", "regi_id", "user_id", "te", "nl", "action", "module", "pgtype"]),
        ("radio-canada.ca", ["cmp", "fromApp", "partageApp", "accesVia", "depuisRecherche"]),
        ("reddit.com", ["share_id", "rdt"]),
        ("spiegel.de", ["sara_ecid", "sara_ref"]),
        ("substack.com", ["r", "triedRedirect", "showWelcomeOnShare", "isFreemail", "publication_id", "post_id"]),
        ("theguardian.com", ["cmp"]),
        ("tiktok.com", ["_r", "_t", "is_from_webapp", "sender_device", "sender_web_id", "web_id"]),
        ("twitter.com", ["s", "t"]),
        ("washingtonpost.com", ["wpmm", "tid", "itid", "pwapi_token"]),
        ("wsj.com", ["mod", "st", "reflink"]),
        ("x.com", ["s", "t"]),
        ("youtu.be", ["feature", "si", "pp"]),
        ("youtube.com", ["feature", "si", "pp", "ab_channel"]));

    /// <summary>Gone from the key only, below a path: another view of the same article.</summary>
    private static readonly HostTable<SiteViews> Views = new(new Dictionary<string, SiteViews>(StringComparer.Ordinal)
    {
        ["liberation.fr"] = new("/", Set("redirected")),
        ["mediapart.fr"] = new("/", Set("onglet")),
        ["news.google.com"] = new("/rss/articles/", Set("hl", "gl", "ceid")),
        ["youtube.com"] = new("/watch", Set("t", "start", "time_continue", "list", "index", "app")),
    });

    public static FrozenSet<string>? TrackingOf(string host) => Tracking.Find(host);

    public static FrozenSet<string>? ViewsOf(string host, string path) =>
        Views.Find(host) is { } views && path.StartsWith(views.PathPrefix, StringComparison.Ordinal) ? views.Names : null;

    private static HostTable<FrozenSet<string>> Table(params ReadOnlySpan<(string Host, string[] Names)> rows)
    {
        var table = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var (host, names) in rows) table.Add(host, Set(names));
        return new HostTable<FrozenSet<string>>(table);
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private sealed record SiteViews(string PathPrefix, FrozenSet<string> Names);
}
