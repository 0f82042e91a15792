using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Start tags: attributes, namespaces, xml:base and xml:lang.</summary>
internal sealed partial class XmlScanner
{
    private bool ReadStartTag()
    {
        var name = position + 1;
        var size = Document[name..].IndexOfAny(NameEnds);
        if (size < 0) size = length - name;
        position = name + size;
        attributes.Clear();
        var empty = ReadAttributes();
        rootSeen = true;
        if (buried > 0 || scopes.Count >= MaxDepth) return Bury(empty);

        Open(name, size);
        if (empty) closing = 1;
        Token = XmlToken.Start;
        return true;
    }

    private bool Bury(bool empty)
    {
        if (!empty) buried++;
        Complain("xml-too-deep", "Elements are nested deeper than any feed needs; what is below was left out.");
        return false;
    }

    private void Open(int name, int size)
    {
        var declared = namespaces.Count;
        var (baseAddress, given, lang) = (Base, scopes.Count > 0 && Top.BaseIsGiven, Language);
        foreach (var attribute in attributes)
        {
            var key = Document.Slice(attribute.Name, attribute.NameLength);
            if (key[0] != 'x') continue;
            if (key.StartsWith("xmlns")) Declare(attribute, key);
            else if (key.SequenceEqual("xml:base")) (baseAddress, given) = (Rebase(baseAddress, ValueOf(attribute)), true);
            else if (key.SequenceEqual("xml:lang")) lang = LanguageTag.Of(ValueOf(attribute));
        }

        scopes.Add(new XmlScope(name, size, declared, VocabularyOf(Document.Slice(name, size)), baseAddress, given, lang));
    }

    private void Declare(XmlAttribute attribute, ReadOnlySpan<char> key)
    {
        if (namespaces.Count >= MaxNamespaces || (key.Length > 5 && key[5] != ':')) return;
        var skipped = Math.Min(6, key.Length);
        var value = Document.Slice(attribute.Value, attribute.ValueLength);
        namespaces.Add(new XmlNamespace(attribute.Name + skipped, key.Length - skipped, Vocabularies.OfName(value)));
    }

    private Vocabulary VocabularyOf(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        var prefix = colon < 0 ? [] : name[..colon];
        for (var i = namespaces.Count - 1; i >= 0; i--)
        {
            if (Document.Slice(namespaces[i].Prefix, namespaces[i].PrefixLength).SequenceEqual(prefix)) return namespaces[i].Vocabulary;
        }

        if (colon < 0) return Vocabulary.Core;
        if (!prefix.SequenceEqual("xml"))
            Complain("xml-undeclared-prefix", "The prefix of <{0}> is not declared.", name);
        return Vocabularies.OfPrefix(prefix);
    }

    private static Uri? Rebase(Uri? current, string value) => Addresses.Base(current, value);

    /// <summary>Reads attributes up to the tag's end. True when the element is empty (<c>/&gt;</c>).</summary>
    private bool ReadAttributes()
    {
        while (position < length)
        {
            switch (document[position])
            {
                case '>':
                    position++;
                    return false;
                case '/' when position + 1 < length && document[position + 1] == '>':
                    position += 2;
                    return true;
                case '<':
                    Complain("xml-unclosed-tag", "A tag is not closed.");
                    return false;
                case ' ' or '\t' or '\r' or '\n' or '/' or '=':
                    position++;
                    break;
                default:
                    ReadAttribute();
                    break;
            }
        }

        return false;
    }

    private void ReadAttribute()
    {
        var name = position;
        var size = Document[name..].IndexOfAny(NameEnds);
        if (size < 0) size = length - name;
        position = name + size;
        PassSpace();
        if (position >= length || document[position] != '=')
        {
            Complain("xml-bare-attribute", "An attribute has no value.");
            return;
        }

        position++;
        PassSpace();
        var (value, valueLength) = ReadValue();
        if (attributes.Count < MaxAttributes) attributes.Add(new XmlAttribute(name, size, value, valueLength));
    }

    private (int Start, int Length) ReadValue()
    {
        var quote = position < length ? document[position] : ' ';
        if (quote is not ('"' or '\'')) return ReadBareValue();
        var start = position + 1;
        var size = Document[start..].IndexOf(quote);
        if (size < 0) return ReadBareValue();
        position = start + size + 1;
        return (start, size);
    }

    private (int Start, int Length) ReadBareValue()
    {
        Complain("xml-unquoted-value", "An attribute's value is not in quotes.");
        var start = position;
        var size = Document[start..].IndexOfAny(" \t\r\n><");
        if (size < 0) size = length - start;
        position = start + size;
        return (start, size);
    }

    private void PassSpace()
    {
        while (position < length && document[position] is ' ' or '\t' or '\r' or '\n') position++;
    }
}
