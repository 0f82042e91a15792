namespace Aggregator.Reading.Urls.Noise;

/// <summary>What the name of a parameter says by itself.</summary>
internal sealed class ParameterName
{
    /// <summary>Letters that a share stem may be followed by within one word: "shar-ing", but not "shar-eholder".</summary>
    private const int MostAfterShare = 3;

    /// <summary>A word that is shorter counts only when it is the whole word: "ref", "from", "via".</summary>
    private const int LeastStem = 4;


    /// <summary>Digits of a number that no person gave.</summary>
    private const int LongNumber = 6;

    private static readonly string[] NumberEndings = ["id", "ids", "no", "nr", "num", "key", "uuid", "guid"];

    private readonly List<string> words;

    public ParameterName(ReadOnlySpan<char> name)
    {
        var text = name.Contains('%') ? PercentEscapes.DecodeAscii(name) : name.ToString();
        Lower = text.ToLowerInvariant();
        words = Split(text);
    }

    /// <summary>The whole name in lower case.</summary>
    public string Lower { get; }

    /// <summary>A name without letters, as a cache breaker has: "_".</summary>
    public bool IsBare => words.Count == 0;

    /// <summary>Whether it may choose what is read. In doubt it does: so does every single letter, but for the "t" of times.</summary>
    public bool ChoosesText =>
        !UrlWords.Channels.Contains(Lower)
        && (Lower is [not 't' and not '_'] || words.Exists(IsContent)
            || UrlWords.LongContent.Any(word => Lower.Contains(word, StringComparison.Ordinal)));

    public bool IsOfSharing => HasStem(UrlWords.Share, MostAfterShare);

    public bool AsksForSource => HasStem(UrlWords.Source, MostAfterShare);

    public bool LeadsBack => HasStem(UrlWords.Back, int.MaxValue);

    public bool AsksForMarks => HasStem(UrlWords.Marks, int.MaxValue);

    /// <summary>"print", "noamp", "isMobile": a form of the page is on or off.</summary>
    public bool SwitchesView => words.Exists(word => UrlWords.Views.Contains(word) || UrlWords.Views.Contains(WithoutSwitch(word)));

    public bool AsksForView => words.Exists(UrlWords.ViewNames.Contains);

    /// <summary>Where the reader came from, in any case: "referer", "wt_ref".</summary>
    public bool IsReferer => words.Exists(word => word == "ref" || word.StartsWith("refer", StringComparison.Ordinal));

    /// <summary>The comment that is answered: "replytocom", "reply_to".</summary>
    public bool IsOfReply => Lower.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) is var joined
        && (joined.StartsWith("replyto", StringComparison.Ordinal) || joined.StartsWith("inreplyto", StringComparison.Ordinal));

    /// <summary>A question with yes or no: "isappinstalled", "nocache".</summary>
    public bool IsQuestion =>
        Lower.Length > 6 && (Lower.StartsWith("is", StringComparison.Ordinal) || Lower.StartsWith("no", StringComparison.Ordinal));

    /// <summary>The identifier a network gives to a click: "fbclid", "click_id".</summary>
    public bool IsOfClick => Lower.EndsWith("clid", StringComparison.Ordinal) || Lower.EndsWith("clkid", StringComparison.Ordinal)
        || (words.Contains("click") && words.Contains("id")) || words.Contains("clickid");

    /// <summary>Letters and a long number as the name itself, which some share tools make: "sf123456789=1".</summary>
    public bool IsNumbered => Lower.Length - Lower.AsSpan().TrimEnd("0123456789").Length >= LongNumber;

    public bool Traces => HasStem(UrlWords.Traces, int.MaxValue);

    /// <summary>It asks for a source and never for a place: "from" and "origin" may begin a journey.</summary>
    public bool AsksForSourceOnly =>
        AsksForSource && !words.Exists(word => word is "from" || word.StartsWith("orig", StringComparison.Ordinal));

    /// <summary>"shared_by", "shareId": of sharing, and more than the mere word, which may be a stock.</summary>
    public bool TellsOfSharing =>
        IsOfSharing
        && (words.Count > 1 || Lower.EndsWith("id", StringComparison.Ordinal) || Lower.EndsWith("ing", StringComparison.Ordinal));

    private bool HasStem(IReadOnlyList<string> stems, int after)
    {
        foreach (var word in words)
            foreach (var stem in stems)
                if (Fits(word, stem)) return true;
        return false;

        bool Fits(string word, string stem) => stem.Length < LeastStem ? word == stem
            : word.StartsWith(stem, StringComparison.Ordinal) && word.Length - stem.Length <= after;
    }

    private static bool IsContent(string word)
    {
        if (UrlWords.Content.Contains(word)) return true;
        foreach (var ending in NumberEndings)
        {
            // "aid", "nid": a letter and "id" is a number of something.
            var stem = word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : "";
            if (stem.Length == 1 || UrlWords.Content.Contains(stem)) return true;
        }

        return word is "id" or "ids" or "no" or "nr" or "key" or "guid" or "uuid";
    }

    private static string WithoutSwitch(string word)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["non", "no", "is"])
            if (word.StartsWith(prefix, StringComparison.Ordinal)) return word[prefix.Length..];
        return word;
    }

    /// <summary>"sharedVia", "shared_via" and "shared-via" are two words each.</summary>
    private static List<string> Split(string name)
    {
        var parts = new List<string>();
        var from = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var ends = at == name.Length || !char.IsAsciiLetter(name[at])
                || (at > from && char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]));
            if (!ends) continue;
            if (at > from) parts.Add(name[from..at].ToLowerInvariant());
            from = at < name.Length && char.IsAsciiLetter(name[at]) ? at : at + 1;
        }

        return parts;
    }
}
