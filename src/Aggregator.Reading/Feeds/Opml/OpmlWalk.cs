using System.Globalization;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>One pass over an OPML file, with the folders that are open now.</summary>
internal sealed class OpmlWalk
{
    private const int LongestText = 1_000, LongestUrl = 4_000, DeepestFolder = 32;

    /// <summary>opml, head, title.</summary>
    private const int DepthOfTitle = 3;

    private readonly List<OpmlFeed> feeds = [];
    private readonly List<OpmlProblem> problems = [];
    private readonly Stack<string?> open = new();
    private int outlines;
    private bool isOpml;
    private string? title;

    public OpmlReading Reading => new(title, outlines, feeds, problems);

    public void Run(XmlScanner xml, int mostOutlines)
    {
        while (xml.Read())
        {
            if (xml.Token == XmlToken.End && xml.Is("outline")) open.TryPop(out _);
            if (xml.Token != XmlToken.Start) continue;
            isOpml |= xml.Is("opml");
            if (!xml.Is("outline")) ReadTitle(xml);
            else if (outlines == mostOutlines)
            {
                var message = string.Create(CultureInfo.InvariantCulture, $"Only the first {mostOutlines} outlines were read: part the file in two.");
                Note(xml.Line, message);
                return;
            }
            else ReadOutline(xml);
        }

        if (!isOpml) Note(1, "The file is no OPML: it has no <opml> element. Export the list from your feed reader again.");
    }

    /// <summary>Notes a fault; they are kept in the order of the file.</summary>
    public void Note(int line, string message)
    {
        var at = problems.FindIndex(problem => problem.Line > line);
        problems.Insert(at < 0 ? problems.Count : at, new(line, message));
    }

    private void ReadTitle(XmlScanner xml)
    {
        if (title is null && xml.Depth <= DepthOfTitle && xml.Is("title")) title = Short(XmlContent.Text(xml));
    }

    private void ReadOutline(XmlScanner xml)
    {
        outlines++;
        var outline = OpmlAttributes.Of(xml);
        var line = xml.Line;
        var name = Short(outline.Title) ?? Short(outline.Text);
        if (outline.XmlUrl is { Length: > 0 and <= LongestUrl } url) feeds.Add(new(url, name, Filled(outline.HtmlUrl), LanguageOf(outline), TopicsOf(outline), line));
        else if (outline.XmlUrl is { Length: > LongestUrl }) Note(line, "The xmlUrl is longer than any address: correct or remove it.");
        else if (outline.XmlUrl is not null || IsFeedType(outline)) Note(line, $"The feed \"{name ?? "without a name"}\" has no xmlUrl: add its address.");
        // Only what lies inside another outline is in a folder; a feed is no folder for what stands under it.
        open.Push(outline.XmlUrl is null ? name : null);
    }

    private IReadOnlyList<string> TopicsOf(OpmlAttributes outline) =>
        [.. open.Reverse().Take(DeepestFolder).OfType<string>().Concat(CategoriesOf(outline)).Distinct(StringComparer.Ordinal)];

    /// <summary>"A comma-separated list of slash-delimited category strings": each part is a topic to us.</summary>
    private static IEnumerable<string> CategoriesOf(OpmlAttributes outline) =>
        (Short(outline.Category) ?? "").Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? LanguageOf(OpmlAttributes outline) =>
        string.Equals(outline.Language, "unknown", StringComparison.OrdinalIgnoreCase) ? null : Short(outline.Language);

    private static bool IsFeedType(OpmlAttributes outline) => outline.Type?.ToUpperInvariant() is "RSS" or "ATOM";

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Short(string? text) => text is { Length: > LongestText } ? text[..LongestText] : Filled(text);
}
