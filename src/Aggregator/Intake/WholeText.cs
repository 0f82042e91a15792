using Aggregator.Reading.Articles.Content;
using Aggregator.Reading.Feeds;

namespace Aggregator.Intake;

/// <summary>Whether a feed gives an article whole, or an excerpt whose page must be read.</summary>
internal static class WholeText
{
    /// <summary>A body of its own beside a summary is the article from this length on, in characters of plain text.</summary>
    private const int LongContent = 600;

    /// <summary>A description alone is the article only when it is long and has paragraphs: most descriptions are excerpts.</summary>
    private const int LongDescription = 2000;

    private static readonly string[] CutMarks =
        ["…", "...", "[…]", "[...]", "[&hellip;]", "lire la suite", "lire plus", "en savoir plus", "read more", "continue reading", "read the full story"];

    public static bool IsGiven(FeedItem item, ContentReading reading)
    {
        var text = reading.Text;
        if (IsCut(text)) return false;
        return item.ContentHtml is not null
            ? text.Length >= LongContent
            : text.Length >= LongDescription && reading.Blocks >= 3;
    }

    /// <summary>It ends as excerpts end.</summary>
    private static bool IsCut(string text)
    {
        var end = text.AsSpan(Math.Max(0, text.Length - 60)).TrimEnd(" \n\t]»>→.".AsSpan());
        var tail = text.AsSpan().TrimEnd();
        foreach (var mark in CutMarks)
            if (tail.EndsWith(mark, StringComparison.OrdinalIgnoreCase) || end.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
