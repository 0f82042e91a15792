using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Finds the date that a page shows to its readers.</summary>
internal static class DateLine
{
    private const int Before = 5, After = 14, LongestLine = 90;

    /// <summary>A date among the short lines around the headline, such as "By A. Writer · December 19, 2025"; not one that speaks of a change.</summary>
    public static DateTimeOffset? Beside(string? title, PageBox page)
    {
        if (title is null) return null;
        var lines = page.Standing().Where(IsLine).ToList();
        var at = lines.FindIndex(line => line.Tag is "h1" && PlainText.Of(line).ReplaceLineEndings(" ") == title);
        if (at < 0) at = lines.FindIndex(line => line.Tag is "h1" or "h2" && Phrases.Same(PlainText.Of(line), title));
        return at < 0 ? null : First(Head(lines.Skip(at + 1).Take(After))) ?? First(Head(lines.Take(at).TakeLast(Before).Reverse()));
    }

    /// <summary>A date among the first lines of the page: in a box that calls itself one, else in any short line.</summary>
    public static DateTimeOffset? Anywhere(PageBox page)
    {
        foreach (var box in page.Standing())
        {
            if (!box.Has(Signals.Date | Signals.Byline) || box.Chars is < 6 or > 200) continue;
            if (PlainText.Of(box) is var text && !PageDate.SpeaksOfChange(text) && PageDate.Find(text) is { } found) return found;
        }

        return First(page.Standing().Where(box => IsLine(box) && box.Chars < 80).Take(150));
    }

    // A block of words, or a short one in which words stand between blocks; what is all link leads to another article.
    private static bool IsLine(PageBox box) => box.IsBlock && box.OwnChars > 0 && !IsLinked(box) && (!box.HoldsBlock || box.Chars < LongestLine);

    private static bool IsLinked(PageBox box) => box.LinkShare > 0.9 && box.Tag is not ("h1" or "h2");

    // Until the text begins in earnest.
    private static IEnumerable<PageBox> Head(IEnumerable<PageBox> lines) => lines.TakeWhile(line => line.Chars < 250);

    // The word for a change may stand in the line before.
    private static DateTimeOffset? First(IEnumerable<PageBox> lines)
    {
        var before = "";
        foreach (var line in lines)
        {
            var text = PlainText.Of(line);
            if (text.Length <= LongestLine && !PageDate.SpeaksOfChange(text) && !PageDate.SpeaksOfChange(before) && PageDate.Find(text) is { } found) return found;
            before = text.Length < 30 ? text : "";
        }

        return null;
    }
}
