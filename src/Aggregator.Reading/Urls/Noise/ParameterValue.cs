using System.Globalization;

namespace Aggregator.Reading.Urls.Noise;

/// <summary>What the value of a parameter looks like, whatever its name.</summary>
internal static class ParameterValue
{
    /// <summary>Characters a token has at least when it is hexadecimal: "64aa00".</summary>
    private const int LeastHex = 6;

    /// <summary>Characters of any other token: "2026w10" is a week.</summary>
    private const int LeastToken = 8;

    /// <summary>How often letters and digits take turns in a token at least: "us2026" is an edition.</summary>
    private const int LeastTurns = 2;

    /// <summary>2001-09-09 and 2033-05-18 as seconds since 1970: what has ten digits and lies between them is a time.</summary>
    private const long FirstSecond = 1_000_000_000, LastSecond = 2_000_000_000;

    public static bool IsFlag(ReadOnlySpan<char> value) => value is "" or "0" or "1" || IsWordyFlag(value);

    /// <summary>A flag in words: it cannot choose among more than two things.</summary>
    public static bool IsWordyFlag(ReadOnlySpan<char> value) =>
        value.Length is >= 2 and <= 5
            && (Same(value, "true") || Same(value, "false") || Same(value, "yes") || Same(value, "no") || Same(value, "on")
            || Same(value, "off"));

    /// <summary>A web address or a path, escaped once or twice: "https://…", "//host", "/a/b".</summary>
    /// <param name="mayBeRelative">"node/1" is one, too; as the value of a "ref" it would be a file number.</param>
    public static bool IsAddress(ReadOnlySpan<char> value, bool mayBeRelative)
    {
        var text = value.ToString();
        for (var times = 0; times < 2 && text.Contains('%'); times++) text = PercentEscapes.DecodeAscii(text);
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return true;
        if (text.StartsWith('/')) return !text.Contains(' ');
        return mayBeRelative && char.IsAsciiLetter(text[0]) && text.IndexOf('/') is > 0 and var slash && slash + 1 < text.Length
            && !text.AsSpan().ContainsAny(" :");
    }

    /// <summary>Seconds or milliseconds since 1970, or a fraction made by chance.</summary>
    public static bool IsStamp(ReadOnlySpan<char> value)
    {
        if (value.Length > 7 && value.StartsWith("0.", StringComparison.Ordinal)
            && !value[2..].ContainsAnyExceptInRange('0', '9')) return true;
        if (value.Length is not (10 or 13)
            || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        return (value.Length == 13 ? number / 1000 : number) is >= FirstSecond and < LastSecond;
    }

    /// <summary>A token made by a machine: letters and digits without a word or a count that a person would read.</summary>
    public static bool IsToken(ReadOnlySpan<char> value)
    {
        if (value.Length < LeastHex || Turns(value) is not { } turns || turns < LeastTurns) return false;
        return value.Length >= LeastToken || !value.ContainsAnyExcept("0123456789abcdefABCDEF");
    }

    /// <summary>The first or last word names a means of sending: "rss_top", "daily-newsletter".</summary>
    /// <param name="platforms">Names of platforms count as well.</param>
    public static bool IsChannel(ReadOnlySpan<char> value, bool platforms)
    {
        if (value.Length is 0 or > 60) return false;
        var words = value.ToString().ToLowerInvariant().Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && (Names(words[0]) || Names(words[^1]));

        bool Names(string word) => UrlWords.Channels.Contains(word) || (platforms && UrlWords.Platforms.Contains(word));
    }

    /// <summary>Plain words: no number of anything is among them.</summary>
    public static bool IsWords(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
            if (!char.IsAsciiLetter(character) && character is not ('-' or '_' or '.')) return false;
        return true;
    }

    public static bool IsView(ReadOnlySpan<char> value) =>
        value.Length is > 0 and < 20 && UrlWords.Views.Contains(value.ToString().ToLowerInvariant());

    private static bool Same(ReadOnlySpan<char> value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>How often a letter follows a digit or the other way round; null when other characters than those of tokens occur.</summary>
    private static int? Turns(ReadOnlySpan<char> value)
    {
        var (turns, last) = (0, '\0');
        foreach (var character in value)
        {
            if (character is '-' or '_' or '.' or '~' or '+' or '=') continue;
            if (!char.IsAsciiLetterOrDigit(character)) return null;
            if (last != '\0' && char.IsAsciiDigit(last) != char.IsAsciiDigit(character)) turns++;
            last = character;
        }

        return turns;
    }
}
