using System.Globalization;
using System.Text;

namespace Aggregator.Reading.Robots;

/// <summary>Paths of robots.txt: brought to one form, and matched (RFC 9309 §2.2.2 and §2.2.3). Pure.</summary>
public static class RobotsPath
{
    /// <summary>
    /// One form for what means the same: characters beyond ASCII as escapes of their UTF-8 bytes, escapes of unreserved characters as
    /// the characters, other escapes with capital digits.
    /// </summary>
    public static string Normalize(string path)
    {
        var form = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                if (octet < 128 && IsUnreserved((char)octet)) form.Append((char)octet);
                else form.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
                i += 2;
            }
            else if (path[i] is > ' ' and < '\u007F')
            {
                form.Append(path[i]);
            }
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var length);
                Escape(rune, form);
                i += length - 1;
            }
        }

        return form.ToString();
    }

    /// <summary>Whether a rule's path matches the beginning of an address's; in linear time for all but rules of many stars.</summary>
    /// <param name="rule">Normalised; <c>*</c> is any number of characters, <c>$</c> at the end is the end.</param>
    /// <param name="path">Normalised, with the query.</param>
    public static bool Matches(ReadOnlySpan<char> rule, ReadOnlySpan<char> path)
    {
        var toTheEnd = rule is [.., '$'];
        if (toTheEnd) rule = rule[..^1];
        // The last star and what it has eaten so far: on a mismatch it eats one more. Earlier stars need not be tried again.
        int at = 0, star = -1, eaten = 0;
        for (var i = 0; ; )
        {
            if (at == rule.Length && (!toTheEnd || i == path.Length)) return true;
            if (at < rule.Length && rule[at] == '*')
            {
                star = at++;
                eaten = i;
            }
            else if (i < path.Length && at < rule.Length && rule[at] == path[i])
            {
                at++;
                i++;
            }
            else if (star >= 0 && eaten < path.Length)
            {
                at = star + 1;
                i = ++eaten;
            }
            else
            {
                return false;
            }
        }
    }

    private static void Escape(Rune rune, StringBuilder form)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)]) form.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
