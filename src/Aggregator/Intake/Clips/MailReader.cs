using System.Text;
using System.Text.RegularExpressions;
using Aggregator.Reading.Html;

namespace Aggregator.Intake.Clips;

/// <summary>What an <c>.eml</c> file says.</summary>
/// <param name="Subject">Null when it has none.</param>
/// <param name="From">The name of who sent it, else the address.</param>
/// <param name="Date">As it is dated.</param>
/// <param name="Body">Html, or plain text.</param>
public sealed record MailReading(string? Subject, string? From, DateTimeOffset? Date, string Body, bool IsHtml);

/// <summary>
/// Reads the words of a mail (RFC 5322, MIME by RFC 2045–2047): the html part, else the plain one, wherever it is nested. Attachments are
/// left alone. Pure; never throws for what the file holds.
/// </summary>
public static partial class MailReader
{
    private const int DeepestNesting = 8, MostParts = 200;

    /// <returns>The mail, or null when this is none.</returns>
    public static MailReading? Read(ReadOnlySpan<byte> file)
    {
        // Latin-1 keeps every byte as one character until its own charset is known.
        var (headers, body) = Split(Encoding.Latin1.GetString(file));
        if (!headers.ContainsKey("from") && !headers.ContainsKey("subject")) return null;
        var budget = MostParts;
        var best = Parts(headers, body, DeepestNesting, ref budget).OrderByDescending(part => part.IsHtml).FirstOrDefault();
        return best is null ? null : new(
            Words(headers.GetValueOrDefault("subject")), Sender(Words(headers.GetValueOrDefault("from"))),
            DateTimeOffset.TryParse(Comment().Replace(headers.GetValueOrDefault("date", ""), ""), System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : null, best.Text, best.IsHtml);
    }

    private static List<Part> Parts(IReadOnlyDictionary<string, string> headers, string body, int depth, ref int budget)
    {
        if (budget-- <= 0 || depth == 0) return [];
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Parameter(type, "boundary") is { Length: > 0 } boundary)
        {
            var found = new List<Part>();
            foreach (var part in ("\n" + body).Split("\n--" + boundary).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)))
            {
                var (inner, text) = Split(part.TrimStart('\r', ' ', '\t').TrimStart('\n'));
                found.AddRange(Parts(inner, text, depth - 1, ref budget));
            }

            return found;
        }

        var isHtml = type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        var isWanted = isHtml || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
        if (!isWanted || headers.GetValueOrDefault("content-disposition", "").StartsWith("attachment", StringComparison.OrdinalIgnoreCase)) return [];
        var bytes = Decoded(body, headers.GetValueOrDefault("content-transfer-encoding", ""));
        var words = Charset(bytes, type);
        return string.IsNullOrWhiteSpace(words) ? [] : [new(words, isHtml)];
    }

    private static string Charset(byte[] bytes, string type) => SafeHtml.Decode(bytes, type.Contains("charset", StringComparison.OrdinalIgnoreCase) ? type : $"{type}; charset=utf-8");

    private static byte[] Decoded(string body, string encoding)
    {
        switch (encoding.Trim().ToLowerInvariant())
        {
            case "base64":
                var packed = new string([.. body.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')]);
                var bytes = new byte[packed.Length];
                return Convert.TryFromBase64String(packed.PadRight((packed.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : [];
            case "quoted-printable":
                return QuotedPrintable(body);
            default:
                return Encoding.Latin1.GetBytes(body);
        }
    }

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') bytes.Add((byte)text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            else if (i + 2 < text.Length && text[i + 1] == '\r' && text[i + 2] == '\n') i += 2;
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2])) bytes.Add(Convert.ToByte(text.Substring((i += 2) - 1, 2), 16));
            else bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    /// <summary>Headers by their name in small letters, the first of each, folded lines joined; and what follows them.</summary>
    private static (IReadOnlyDictionary<string, string> Headers, string Body) Split(string text)
    {
        var end = BlankLine().Match(text);
        var head = end.Success ? text[..end.Index] : text;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Folded().Replace(head, " ").Split('\n', StringSplitOptions.TrimEntries))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) headers.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        return (headers, end.Success ? text[(end.Index + end.Length)..] : "");
    }

    private static string? Parameter(string header, string name)
    {
        var match = Regex.Match(header, $"""(?:^|;)\s*{name}\s*=\s*(?:"(?<v>[^"]*)"|(?<v>[^;\s]+))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups["v"].Value : null;
    }

    /// <summary>Encoded words (RFC 2047); raw bytes are taken for UTF-8 (RFC 6532).</summary>
    private static string? Words(string? header)
    {
        if (header is null) return null;
        var raw = SafeHtml.Decode(Encoding.Latin1.GetBytes(header), "text/plain; charset=utf-8");
        return EncodedWord().Replace(BetweenWords().Replace(raw, "?==?"), match => SafeHtml.Decode(
            match.Groups["e"].Value is "B" or "b" ? Decoded(match.Groups["w"].Value, "base64") : QuotedPrintable(match.Groups["w"].Value.Replace('_', ' ')), $"text/plain; charset={match.Groups["c"].Value}")).Trim();
    }

    private static string? Sender(string? from)
    {
        if (from is null) return null;
        var name = from.Split('<')[0].Trim().Trim('"').Trim();
        return name.Length > 0 ? name : from.Trim('<', '>', ' ');
    }

    private sealed record Part(string Text, bool IsHtml);

    [GeneratedRegex(@"\r?\n\r?\n|\A\r?\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\r?\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?(?<c>[\w.:-]{1,40})(?:\*[\w-]+)?\?(?<e>[BbQq])\?(?<w>[^?\s]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
