using System.Collections.Frozen;
using AngleSharp.Common;

namespace Aggregator.Reading.Html;

/// <summary>
/// A rough copy of the parser's stack of open elements (HTML Standard, 13.2.4.2), rough to the safe side: an end tag that a real parser
/// might ignore closes nothing here, so that <c>&lt;div&gt;&lt;table&gt;&lt;/div&gt;&lt;/table&gt;</c> repeated counts as deep.
/// </summary>
internal sealed class OpenTags
{
    private enum Kind { Plain, Special, Format, Scope, Uncounted }

    private static readonly FrozenDictionary<string, (string Name, Kind Kind)> Kinds = new (Kind Kind, string Names)[]
    {
        (Kind.Uncounted, "area base br col embed hr img input link meta param source track wbr image keygen frame bgsound basefont"),
        // Their end tags may be left out, and the parser closes them by itself.
        (Kind.Uncounted, "p li dd dt option optgroup tr td th tbody thead tfoot colgroup rt rp html head body"),
        (Kind.Format, "a b big code em font i nobr s small strike strong tt u"),
        (Kind.Scope, "table select template object marquee applet svg math caption frameset"),
        (Kind.Special, "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup iframe listing main menu nav noembed noframes noscript ol plaintext pre script search section style summary textarea title ul xmp"),
    }.SelectMany(group => group.Names.Split(' ').Select(name => (name, group.Kind))).ToFrozenDictionary(pair => pair.name);

    private static readonly FrozenDictionary<string, (string Name, Kind Kind)>.AlternateLookup<ReadOnlySpan<char>> KindOf = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<(string Name, Kind Kind)> _stack = [];
    private int _foreign;

    public int Depth => _stack.Count;

    /// <summary>Formatting elements without an end tag so far: each block that starts may get copies of them all.</summary>
    public int UnclosedFormats { get; private set; }

    public void Open(StringOrMemory name, bool selfClosing)
    {
        var kind = Known(name.Memory.Span, out var text);
        if (kind == Kind.Uncounted || (selfClosing && _foreign > 0)) return;
        if (kind == Kind.Format) UnclosedFormats++;
        if (text is "svg" or "math") _foreign++;
        _stack.Add((text, kind));
    }

    public void Close(StringOrMemory name)
    {
        var kind = Known(name.Memory.Span, out var text);
        if (kind == Kind.Uncounted) return;
        var at = Find(text, kind);
        if (kind == Kind.Format) CloseFormat(text, at);
        else if (at >= 0) PopTo(at);
    }

    private int Find(string name, Kind kind)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            var open = _stack[i];
            if (open.Name == name || (IsHeading(name) && IsHeading(open.Name))) return i;
            if (open.Kind == Kind.Scope || (kind == Kind.Plain && open.Kind == Kind.Special)) return -1;
        }

        return -1;
    }

    private void CloseFormat(string name, int at)
    {
        if (at < 0 && _stack.Exists(open => open.Name == name)) return;
        if (UnclosedFormats > 0) UnclosedFormats--;
        if (at >= 0) _stack.RemoveAt(at);
    }

    private void PopTo(int at)
    {
        for (var i = _stack.Count - 1; i >= at; i--)
            if (_stack[i].Name is "svg" or "math") _foreign--;

        _stack.RemoveRange(at, _stack.Count - at);
    }

    private static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    private static Kind Known(ReadOnlySpan<char> name, out string text)
    {
        var found = KindOf.TryGetValue(name, out var known) ? known : (Name: name.ToString(), Kind: Kind.Plain);
        text = found.Name;
        return found.Kind;
    }
}
