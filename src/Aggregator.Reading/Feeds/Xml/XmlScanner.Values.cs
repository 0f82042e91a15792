namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Values: attributes and texts with their references resolved.</summary>
internal sealed partial class XmlScanner
{
    /// <summary>The value of an attribute of the element just started, by its name or, failing that, by its name after a prefix.</summary>
    public string? Attribute(string name)
    {
        string? prefixed = null;
        foreach (var attribute in attributes)
        {
            var key = Document.Slice(attribute.Name, attribute.NameLength);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return ValueOf(attribute);
            if (prefixed is null && key.Length > name.Length && AfterColon(key).Equals(name, StringComparison.OrdinalIgnoreCase))
                prefixed = ValueOf(attribute);
        }

        return prefixed;
    }

    /// <summary>The value of an attribute with its references resolved.</summary>
    public string ValueOf(XmlAttribute attribute) => References.Resolve(Document.Slice(attribute.Value, attribute.ValueLength), this);

    /// <summary>The current text with its references resolved.</summary>
    public string Text()
    {
        var text = Document[TextRange];
        if (text.Length > LongestText)
        {
            Complain("text-too-long", "A text is longer than two million characters; the rest was left out.");
            text = text[..LongestText];
        }

        return Token == XmlToken.CData ? References.Clean(text) : References.Resolve(text, this);
    }

    /// <summary>A text, mended when its bytes were in another encoding than the document's.</summary>
    public string Repaired(string text)
    {
        if (misread?.Undo(text) is not { } mended) return text;
        Complain("encoding-mixed", "Some texts are UTF-8 in a document that is not, or are UTF-8 twice over; they were read as UTF-8.");
        return mended;
    }

    /// <summary>Notes a fault here. The line is counted once for each kind of fault: counting it every time would make floods slow.</summary>
    public void Complain(string code, string message)
    {
        if (!diagnostics.Has(code)) diagnostics.Break(code, message, Line);
    }

    /// <summary>The same about an element, whose name stands for <c>{0}</c>.</summary>
    public void Complain(string code, string message, ReadOnlySpan<char> name)
    {
        if (diagnostics.Has(code)) return;
        var shown = name.Length > LongestName ? $"{name[..LongestName]}…" : name.ToString();
        diagnostics.Break(code, message.Replace("{0}", shown, StringComparison.Ordinal), Line);
    }
}
