namespace Aggregator.Reading.Feeds.Opml;

/// <summary>What an OPML file says.</summary>
/// <param name="Title">Its title, or null.</param>
/// <param name="Outlines">How many outlines it has: folders, feeds and everything else.</param>
/// <param name="Feeds">The outlines that have an <c>xmlUrl</c>, in the order of the file; an address in two folders comes twice.</param>
/// <param name="Problems">What could not be understood, in the order of the file.</param>
public sealed record OpmlReading(string? Title, int Outlines, IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlProblem> Problems);

/// <summary>A feed of the list.</summary>
/// <param name="XmlUrl">Its address as written, trimmed: it may be no address at all.</param>
/// <param name="Title">What it is called, or null.</param>
/// <param name="HtmlUrl">The page it belongs to, or null.</param>
/// <param name="Language">As written, or null; "unknown", which the standard suggests, counts as nothing.</param>
/// <param name="Topics">The folders it lies in, from the outermost, then its categories; each once.</param>
/// <param name="Line">1-based line of the outline.</param>
public sealed record OpmlFeed(string XmlUrl, string? Title, string? HtmlUrl, string? Language, IReadOnlyList<string> Topics, int Line);

/// <summary>A fault in the file.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Message">One sentence for the person who has the file.</param>
public sealed record OpmlProblem(int Line, string Message);
