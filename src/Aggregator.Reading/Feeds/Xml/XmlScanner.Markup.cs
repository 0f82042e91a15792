namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Everything that starts with "&lt;" and is not a start tag.</summary>
internal sealed partial class XmlScanner
{
    /// <summary>Reads the markup at the position. True when it gave a token, false when it was passed over.</summary>
    private bool ReadMarkup()
    {
        var rest = Document[position..];
        if (rest.StartsWith("<!--")) return Pass(4, "-->", ref noCommentEnds, "A comment is not closed.");
        if (rest.StartsWith("<![CDATA[")) return ReadCData();
        return rest[1] switch
        {
            '?' => Pass(2, "?>", ref noInstructionEnds, "A processing instruction is not closed."),
            '!' => PassDeclaration(),
            '/' => ReadEndTag(),
            _ => ReadStartTag(),
        };
    }

    /// <summary>Passes over a comment or an instruction; one that is not closed ends at the next "&gt;".</summary>
    /// <param name="noneLeft">Remembers that no such end follows, so that a flood of unclosed ones is not searched again and again.</param>
    private bool Pass(int opening, string end, ref bool noneLeft, string complaint)
    {
        var from = Math.Min(position + opening, length);
        var at = noneLeft ? -1 : Document[from..].IndexOf(end);
        if (at >= 0)
        {
            position = from + at + end.Length;
            return false;
        }

        noneLeft = true;
        Complain("xml-unclosed-markup", complaint);
        return PassToGreaterThan(from);
    }

    private bool PassToGreaterThan(int from)
    {
        var at = Document[from..].IndexOf('>');
        position = at < 0 ? length : from + at + 1;
        return false;
    }

    /// <summary>A section that is not closed ends with its element; a flood of them is searched once.</summary>
    private int UnclosedCDataLength(int start)
    {
        var rest = Document[start..];
        if (scopes.Count == 0) return rest.Length;
        for (var from = 0; rest[from..].IndexOf("</") is >= 0 and var at; from += at + 2)
        {
            if (rest[(from + at + 2)..].StartsWith(Document.Slice(Top.Name, Top.NameLength))) return from + at;
        }

        return rest.Length;
    }

    private bool ReadCData()
    {
        var start = position + "<![CDATA[".Length;
        var size = noCDataEnds ? -1 : Document[start..].IndexOf("]]>");
        position = Math.Min(start + size + "]]>".Length, length);
        if (size < 0)
        {
            noCDataEnds = true;
            Complain("xml-unclosed-cdata", "A CDATA section is not closed.");
            size = UnclosedCDataLength(start);
            position = start + size;
        }

        if (scopes.Count == 0 || buried > 0) return false;
        Token = XmlToken.CData;
        TextRange = start..(start + size);
        return true;
    }

    /// <summary>Passes over DOCTYPE with its internal subset, where quotes, comments and brackets may hold a "&gt;".</summary>
    private bool PassDeclaration()
    {
        var brackets = 0;
        for (position += 2; position < length; position++)
        {
            switch (document[position])
            {
                case '[': brackets++; break;
                case ']': brackets--; break;
                case '"' or '\'' when brackets > 0 || IsDoctypeQuote(position): PassQuoted(); break;
                case '<' when Document[position..].StartsWith("<!--"):
                    Pass(4, "-->", ref noCommentEnds, "A comment is not closed.");
                    position--;
                    break;
                case '>' when brackets <= 0:
                    position++;
                    return false;
            }
        }

        Complain("xml-unclosed-markup", "A declaration is not closed.");
        return false;
    }

    private bool IsDoctypeQuote(int at) => document[at - 1] is ' ' or '\t' or '\r' or '\n';

    private void PassQuoted()
    {
        var end = Document[(position + 1)..].IndexOf(document[position]);
        if (end >= 0) position += end + 1;
    }

    private bool ReadEndTag()
    {
        var start = position + 2;
        var size = Document[start..].IndexOfAny(NameEnds);
        if (size < 0) size = length - start;
        PassToGreaterThan(start + size);
        if (position == length && document[length - 1] != '>')
            Complain("xml-truncated", "The document ends before its elements do: it was cut off.");
        return buried > 0 ? Unbury() : CloseElement(Document.Slice(start, size));
    }

    private bool Unbury()
    {
        buried--;
        return false;
    }

    private bool CloseElement(ReadOnlySpan<char> name)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (!Document.Slice(scopes[i].Name, scopes[i].NameLength).SequenceEqual(name)) continue;
            if (i < scopes.Count - 1)
                Complain("xml-unclosed-element", "An element inside <{0}> is not closed.", name);
            return End(scopes.Count - 1 - i);
        }

        Complain("xml-stray-end", "</{0}> closes nothing.", name);
        return false;
    }
}
