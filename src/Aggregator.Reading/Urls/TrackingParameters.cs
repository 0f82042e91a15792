using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>
/// Parameters that say where a reader came from and never what he reads, after the public documentation of the tools that set
/// them and the links that publishers hand out. A name is here only when no site uses it for content ("mc", "id", "p" are not).
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes =
    [
        "utm_", "utm-", "utm.", "mtm_", "hsa_", "otm_", "matomo_", // Google Analytics, Matomo, HubSpot ads, Ad Manager
        "at_", "lmd_", // Piano (AT Internet), Le Monde
        "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", // Comscore
        "guce_", "sfmc_", "elqtrack", "vero_", "_branch_",
    ];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", // Google
        "ga_source", "ga_medium", "ga_campaign", "ga_term", "ga_content",
        "fbclid", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "mibextid", // Meta
        "igshid", "msclkid", "twclid", "ttclid", "li_fat_id", "epik", "yclid", "ymclid", "_openstat", "rb_clickid", // other networks
        "__twitter_impression", "ref_src", "ref_url",
        "xtor", "xtref", "xtcr", "xtmc", "xtnp", "xtatc", // AT Internet, the French press
        "maca", "ocid", "cmpid", "cmp_id", "intcmp", "icid", "ncid", "wpisrc", "wpsrc", "smid", "mbid", "bxid", "cndid", // publishers
        "soc_src", "soc_trk", "tsrc", "guccounter", "sr_share", "rts_source",
        "pk_campaign", "pk_kwd", "pk_keyword", "pk_source", "pk_medium", "pk_content", "pk_cid", "piwik_campaign", "piwik_kwd", // Piwik
        "itm_source", "itm_medium", "itm_campaign", "itm_content", "itm_term",
        "wt_mc", "wt_zmc", "wt.mc_id", "wtrid", "s_cid", "sc_cid", "spm", "tracking_source", // Webtrends, Adobe, Alibaba
        "mc_cid", "mc_eid", "mc_tc", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", // mailers
        "__s", "ck_subscriber_id", "ml_subscriber", "ml_subscriber_hash", "oly_anon_id", "oly_enc_id", "wickedid", "dm_i",
        "nr_email_referer", "awc", "irclickid", "irgwc", "zanpid", // affiliates
        "amp_js_v", "amp_gsa", "amp_r", "usqp"); // AMP caches

    /// <summary>Tracking in this spelling only: "cmp" in lower case can be a site's own.</summary>
    private static readonly FrozenSet<string> ExactNames = FrozenSet.Create(StringComparer.Ordinal, "CMP");

    /// <summary>Tracking only with one of these values: a "ref" may as well be the number of an article.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Values = new Dictionary<string, FrozenSet<string>>
    {
        ["ref"] = FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "tw", "tw_i", "tw_v", "fb", "fb_i", "fb_v", "li", "li_i", "wa", "wa_i", "twitter", "facebook", "linkedin", "whatsapp",
            "telegram", "flipboard", "rss", "share", "newsletter", "nl", "email", "mail"),
        ["source"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "rss", "newsletter"),
        ["from"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "rss", "newsletter"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByName = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByExactName =
        ExactNames.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, FrozenSet<string>>.AlternateLookup<ReadOnlySpan<char>> ByValue =
        Values.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (ByName.Contains(name) || ByExactName.Contains(name)) return true;
        if (ByValue.TryGetValue(name, out var values)) return values.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value);
        foreach (var prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
