using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads people: with elements inside (Atom, iTunes) or as one line of text (RSS, Dublin Core).</summary>
internal static class PersonReader
{
    /// <summary>The person of the element on which the scanner stands, or null when it is empty.</summary>
    public static FeedPerson? Read(XmlScanner xml)
    {
        var depth = xml.Depth;
        JoinedText text = default;
        string? name = null, email = null, url = null;
        while (xml.NextWithin(depth))
        {
            if (xml.Depth == depth && xml.Token is XmlToken.Text or XmlToken.CData) text.Add(xml);
            if (xml.Token != XmlToken.Start || xml.Depth != depth + 1) continue;
            switch (xml.LocalName)
            {
                case "name": name = Value(xml) ?? name; break;
                case "email": email = Value(xml) ?? email; break;
                case "uri" or "url" or "homepage": url = Addresses.Resolve(xml.Base, XmlContent.Text(xml)) ?? url; break;
            }
        }

        return name is null && email is null && url is null ? Parse(text.ToString()) : Of(Parse(name)?.Name ?? name, email ?? Parse(name)?.Email, url);
    }

    /// <summary>"a@example.org (Name)", "Name (a@example.org)", "Name &lt;a@example.org&gt;", one of the two, or a web address.</summary>
    public static FeedPerson? Parse(string? text)
    {
        var line = text?.Trim();
        if (string.IsNullOrEmpty(line)) return null;
        var open = line.IndexOfAny(['(', '<']);
        var close = open < 0 ? -1 : line.LastIndexOf(line[open] == '(' ? ')' : '>');
        if (close <= open) return IsEmail(line) ? new FeedPerson(null, Bare(line)) : new FeedPerson(line);

        var inside = line[(open + 1)..close].Trim();
        var outside = (line[..open] + line[(close + 1)..]).Trim().Trim('"');
        if (IsEmail(inside)) return Of(outside, Bare(inside), null);
        return IsEmail(outside) ? Of(inside, Bare(outside), null) : new FeedPerson(line);
    }

    private static FeedPerson? Of(string? name, string? email, string? url)
    {
        name = string.IsNullOrEmpty(name) ? null : name;
        return name is null && email is null && url is null ? null : new FeedPerson(name, email, url);
    }

    private static string? Value(XmlScanner xml) => XmlContent.Text(xml) is { Length: > 0 } text ? text : null;

    private static string Bare(string email) => email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? email[7..] : email;

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && !text.AsSpan().ContainsAny(" \t\r\n");
    }
}
