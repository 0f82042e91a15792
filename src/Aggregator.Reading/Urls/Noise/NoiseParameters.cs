namespace Aggregator.Reading.Urls.Noise;

/// <summary>
/// Parameters that choose nothing, known by their form: the way a reader came or goes back, who shared it, when, in which form the page is
/// shown. A name and a value must agree, and what could choose a text as well counts only where path or number name the article
/// already. They go from the key alone: the address keeps them, for a wrong guess must still open.
/// </summary>
/// <param name="path">The canonical path.</param>
/// <param name="query">The canonical query.</param>
internal readonly struct NoiseParameters(string path, string query)
{
    /// <summary>Characters of the identifier of a click at least.</summary>
    private const int LeastClick = 6;

    /// <summary>Parameters of an address that is read so; one with more is a form that was sent, and each is compared with the others.</summary>
    private const int MostParameters = 40;

    private readonly bool isForm = query.AsSpan().Count('&') >= MostParameters;

    private readonly bool pathNames = ArticlePath.NamesArticle(path);

    /// <summary>Whether it is noise. What has no value never is: "?article512" is an article.</summary>
    public bool Contains(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || isForm) return false;
        if (value.Contains('%')) value = PercentEscapes.DecodeAscii(value);
        var read = new ParameterName(name);
        if (IsNoiseAnywhere(read, value)) return true;
        return pathNames ? IsNoiseBesideNumber(read, value) || IsNoiseBesideHeadline(read, value) || IsFeedNumber(read, value)
            : HasNumber(read.Lower) && IsNoiseBesideNumber(read, value);
    }

    /// <summary>Name and value say it together.</summary>
    private static bool IsNoiseAnywhere(ParameterName name, ReadOnlySpan<char> value) =>
        (name.IsOfReply && IsNumber(value))
        || (name.IsReferer && ParameterValue.IsAddress(value, mayBeRelative: false))
        || (name.IsOfSharing && (ParameterValue.IsWordyFlag(value) || ParameterValue.IsChannel(value, platforms: true)))
        || (name.IsOfClick && value.Length >= LeastClick)
        || (name.IsBare && ParameterValue.IsStamp(value));

    /// <summary>Beside what names the article: other ways to show it, or to come to it.</summary>
    private static bool IsNoiseBesideNumber(ParameterName name, ReadOnlySpan<char> value) =>
        (name.LeadsBack && ParameterValue.IsAddress(value, mayBeRelative: true))
        || (name.IsOfSharing && ParameterValue.IsFlag(value))
        || (name.SwitchesView && (ParameterValue.IsFlag(value) || ParameterValue.IsView(value) || value is "available"))
        || (name.AsksForView && ParameterValue.IsView(value))
        || (name.AsksForSource && ParameterValue.IsChannel(value, platforms: true))
        || name.AsksForMarks;

    /// <summary>
    /// Beside a path that names the article, name or value alone says it, unless the name is one of those that choose texts.
    /// </summary>
    private static bool IsNoiseBesideHeadline(ParameterName name, ReadOnlySpan<char> value)
    {
        if (name.Lower == "m" && value is ("0" or "1")) return true; // the mobile form of a blog host
        if (name.TellsOfSharing || (name.IsOfSharing && (IsNumber(value) || ParameterValue.IsToken(value)))) return true;
        if (name.Traces || (name.AsksForSourceOnly && ParameterValue.IsWords(value))) return true;
        return !name.ChoosesText && IsNoiseByValue(name, value);
    }

    private static bool IsNoiseByValue(ParameterName name, ReadOnlySpan<char> value) =>
        ParameterValue.IsWordyFlag(value) || ParameterValue.IsStamp(value) || ParameterValue.IsToken(value)
        || ParameterValue.IsChannel(value, platforms: false) || ParameterValue.IsAddress(value, mayBeRelative: false)
        || (ParameterValue.IsFlag(value) && (name.IsQuestion || name.IsNumbered || UrlWords.Channels.Contains(name.Lower)));

    /// <summary>The number of the feed beside its format: "f=1001&amp;ft=rss".</summary>
    private bool IsFeedNumber(ParameterName name, ReadOnlySpan<char> value)
    {
        if (!IsNumber(value)) return false;
        var others = new QueryParameters(query);
        while (others.MoveNext())
        {
            if (others.Name.Length == name.Lower.Length + 1 && others.Name.StartsWith(name.Lower, StringComparison.OrdinalIgnoreCase)
                && ParameterValue.IsChannel(others.Value, platforms: false)) return true;
        }

        return false;
    }

    /// <summary>Another parameter has the number of an article.</summary>
    private bool HasNumber(string except)
    {
        var others = new QueryParameters(query);
        while (others.MoveNext())
        {
            if (!others.Value.ContainsAnyInRange('0', '9') || others.Name.Equals(except, StringComparison.OrdinalIgnoreCase)) continue;
            if (new ParameterName(others.Name).ChoosesText) return true;
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> value) => !value.ContainsAnyExceptInRange('0', '9');
}
