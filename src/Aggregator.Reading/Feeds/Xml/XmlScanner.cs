using System.Buffers;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>
/// Reads XML forwards, one token at a time, well-formed or not: it never throws, notes what is wrong and goes on with the likeliest
/// meaning. Names and texts are slices of the document, so that nothing is copied but what the caller keeps.
/// </summary>
/// <remarks>
/// Why not XmlReader: one in ten real feeds is ill-formed, and XmlReader stops for good at the first fault. A second parser would be
/// needed for those, and two parsers disagree. DTDs are skipped, never read: there is no entity to expand and nothing to fetch.
/// </remarks>
internal sealed partial class XmlScanner(
    char[] document, int length, Uri? address, string? language, DiagnosticList diagnostics, Bytes.MisreadText? misread = null)
{
    /// <summary>Elements nested deeper than this are skipped with all they hold (real feeds stay below 40).</summary>
    public const int DepthOfFeeds = 256;

    /// <summary>What is read of one text, in characters: a long novel. What lies beyond is an attack.</summary>
    private const int LongestText = 2_000_000;

    private const int LongestName = 40;
    private const int MaxAttributes = 512;
    private const int MaxNamespaces = 512;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>=<");

    private readonly List<XmlScope> scopes = new(16);
    private readonly List<XmlAttribute> attributes = new(8);
    private readonly List<XmlNamespace> namespaces = new(16);
    private int position;
    private int buried; // open elements below MaxDepth
    private int closing; // End tokens still owed for elements whose end tag is missing or implied
    private bool leaving; // the element of the last End token is still on the stack
    private int countedTo;
    private int countedLines; // up to there
    private bool noCDataEnds;
    private bool noCommentEnds;
    private bool noInstructionEnds;
    private bool rootSeen;

    public XmlToken Token { get; private set; }

    /// <summary>How many elements are open, counting the one that <see cref="Token"/> starts or ends.</summary>
    public int Depth => scopes.Count;

    /// <summary>The document's text. Slices are valid as long as the document is.</summary>
    public ReadOnlySpan<char> Document => document.AsSpan(0, length);

    /// <summary>The text of a Text or CData token, still escaped for Text.</summary>
    public Range TextRange { get; private set; }

    private XmlScope Top => scopes[^1];

    /// <summary>The name of the open element without its prefix.</summary>
    public ReadOnlySpan<char> LocalName => AfterColon(Document.Slice(Top.Name, Top.NameLength));

    /// <summary>Whether this is the name of the open element; XML tells capitals apart, some who write feeds do not.</summary>
    public bool Is(string name) => LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The vocabulary of the open element.</summary>
    public Vocabulary Vocabulary => Top.Vocabulary;

    /// <summary>The base for relative addresses here: xml:base, else the document's address.</summary>
    public Uri? Base => scopes.Count > 0 ? Top.Base : address;

    /// <summary>
    /// The same for addresses inside texts; null where they wait for the item's own address, which may stand behind them
    /// (<see cref="DefersTexts"/>).
    /// </summary>
    public Uri? TextBase => DefersTexts && !(scopes.Count > 0 && Top.BaseIsGiven) ? null : Base;

    /// <summary>Whether addresses in texts are left as they are where no xml:base is in force.</summary>
    public bool DefersTexts { get; set; }

    /// <summary>xml:lang in force here, or null.</summary>
    public string? Language => scopes.Count > 0 ? Top.Language : language;

    /// <summary>The attributes of the element that was just started.</summary>
    public IReadOnlyList<XmlAttribute> Attributes => attributes;

    /// <summary>How deep elements may be nested; what is deeper is skipped.</summary>
    public int MaxDepth { get; init; } = DepthOfFeeds;

    /// <summary>The line of the current position, from 1. Asking again further on counts only what lies between.</summary>
    public int Line
    {
        get
        {
            var here = Math.Max(countedTo, Math.Min(position, length));
            countedLines += Document[countedTo..here].Count('\n');
            countedTo = here;
            return countedLines + 1;
        }
    }

    /// <summary>Goes to the next token. False at the end of the document; elements still open have had their End tokens then.</summary>
    public bool Read()
    {
        Leave();
        if (closing > 0) return End(--closing);
        while (position < length)
        {
            if (document[position] == '<' && IsMarkup(position) ? ReadMarkup() : ReadText()) return true;
        }

        if (scopes.Count == 0) return Stop();
        Complain("xml-truncated", "The document ends before its elements do: it was cut off.");
        return End(closing = scopes.Count - 1);
    }

    /// <summary>
    /// Goes to the next child of the element at <paramref name="depth"/>, past texts and whatever is unread of the child before.
    /// False at the element's end.
    /// </summary>
    public bool NextChild(int depth)
    {
        while (Read())
        {
            if (Token == XmlToken.Start && Depth == depth + 1) return true;
            if (Token == XmlToken.End && Depth <= depth) return false;
        }

        return false;
    }

    /// <summary>Goes to the next token inside the element at <paramref name="depth"/>. False at the element's end.</summary>
    public bool NextWithin(int depth) => Read() && (Token != XmlToken.End || Depth > depth);

    private bool Stop()
    {
        Token = XmlToken.None;
        return false;
    }

    private bool End(int stillClosing)
    {
        closing = stillClosing;
        Token = XmlToken.End;
        leaving = true;
        return true;
    }

    private void Leave()
    {
        if (!leaving) return;
        leaving = false;
        namespaces.RemoveRange(Top.Namespaces, namespaces.Count - Top.Namespaces);
        scopes.RemoveAt(scopes.Count - 1);
    }

    private bool IsMarkup(int at) =>
        at + 1 < length && document[at + 1] is var c && (c is '/' or '!' or '?' or '_' or ':' || char.IsLetter(c));

    private bool ReadText()
    {
        var start = position;
        do
        {
            position++;
            var next = Document[position..].IndexOf('<');
            position = next < 0 ? length : position + next;
        }
        while (position < length && !IsMarkup(position));

        Token = XmlToken.Text;
        TextRange = start..position;
        if (scopes.Count > 0) return buried == 0;
        if (!Document[start..position].IsWhiteSpace())
            Complain("xml-text-outside", rootSeen ? "There is text after the end of the feed." : "There is text before the feed.");
        return false;
    }

    private static ReadOnlySpan<char> AfterColon(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
