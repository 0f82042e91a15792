using System.Globalization;
using System.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>One pass over an OPML file, with the folders that are open now.</summary>
internal sealed class OpmlWalk
{
    private const int LongestText = 1_000, LongestUrl = 4_000, DeepestFolder = 32;

    private readonly List<OpmlFeed> feeds = [];
    private readonly List<OpmlProblem> problems = [];
    private readonly Stack<string?> open = new();
    private int outlines;
    private bool isOpml;
    private string? title;

    public OpmlReading Reading => new(title, outlines, feeds, problems);

    public void Run(XmlReader xml, int mostOutlines)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && Is(xml, "outline")) open.TryPop(out _);
            if (xml.NodeType != XmlNodeType.Element) continue;
            isOpml |= Is(xml, "opml");
            if (Is(xml, "title") && xml.Depth <= 2) title ??= TextOf(xml);
            if (!Is(xml, "outline")) continue;
            if (outlines == mostOutlines)
            {
                problems.Add(new(LineOf(xml), string.Create(CultureInfo.InvariantCulture, $"Only the first {mostOutlines} outlines were read: part the file in two.")));
                return;
            }

            ReadOutline(xml);
        }

        if (!isOpml) problems.Add(new(1, "The file is no OPML: it has no <opml> element. Export the list from your feed reader again."));
    }

    public void StopAt(XmlException fault)
    {
        var reason = fault.Message.Split(" Line ")[0].TrimEnd('.');
        problems.Add(new(Math.Max(1, fault.LineNumber), $"The XML breaks here and what follows was not read; correct it: {reason}."));
    }

    private void ReadOutline(XmlReader xml)
    {
        outlines++;
        var outline = OpmlAttributes.Of(xml);
        var line = LineOf(xml);
        var name = Short(outline.Title) ?? Short(outline.Text);
        if (outline.XmlUrl is { Length: > 0 and <= LongestUrl } url) feeds.Add(new(url, name, Filled(outline.HtmlUrl), LanguageOf(outline), TopicsOf(outline), line));
        else if (outline.XmlUrl is { Length: > LongestUrl }) problems.Add(new(line, "The xmlUrl is longer than any address: correct or remove it."));
        else if (outline.XmlUrl is not null || IsFeedType(outline)) problems.Add(new(line, $"The feed \"{name ?? "without a name"}\" has no xmlUrl: add its address."));
        // Only what lies inside another outline is in a folder; a feed is no folder for what stands under it.
        if (!xml.IsEmptyElement) open.Push(outline.XmlUrl is null ? name : null);
    }

    private IReadOnlyList<string> TopicsOf(OpmlAttributes outline) =>
        [.. open.Reverse().Take(DeepestFolder).OfType<string>().Concat(CategoriesOf(outline)).Distinct(StringComparer.Ordinal)];

    /// <summary>"A comma-separated list of slash-delimited category strings": each part is a topic to us.</summary>
    private static IEnumerable<string> CategoriesOf(OpmlAttributes outline) =>
        (Short(outline.Category) ?? "").Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? LanguageOf(OpmlAttributes outline) =>
        string.Equals(outline.Language, "unknown", StringComparison.OrdinalIgnoreCase) ? null : Short(outline.Language);

    private static bool IsFeedType(OpmlAttributes outline) => outline.Type?.ToUpperInvariant() is "RSS" or "ATOM";

    private static string? TextOf(XmlReader xml) => xml.IsEmptyElement || !xml.Read() || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA) ? null : Short(xml.Value.Trim());

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Short(string? text) => text is { Length: > LongestText } ? text[..LongestText] : Filled(text);

    private static bool Is(XmlReader xml, string name) => string.Equals(xml.LocalName, name, StringComparison.OrdinalIgnoreCase);

    private static int LineOf(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;
}
