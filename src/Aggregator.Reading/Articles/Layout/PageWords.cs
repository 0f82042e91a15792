using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>
/// What pages write around an article, in the languages that have a list (<c>Words/page-words-*.txt</c>, each with its origin): lines
/// that begin so, lines that are
/// nothing else, headings after which no article comes, and notices to readers. Where structure tells as much, no words are asked.
/// </summary>
internal static class PageWords
{
    private const int LongestInvitation = 160, LongestNotice = 260;

    private static readonly char[] AroundHeading = [.. "0123456789:：().… \u00A0条"];

    private static readonly WordList[] Lists = [.. new[] { "fr", "en", "pt", "es", "de", "it", "ru", "zh" }.Select(language =>
        WordList.Read($"page-words-{language}.txt"))];

    private static readonly FrozenDictionary<char, string[]> Beginnings =
        All("begins").GroupBy(words => words[0]).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    private static readonly FrozenSet<string> Lines = All("alone").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Headings = All("heading").ToFrozenSet(StringComparer.Ordinal);

    private static readonly Notice[] Notices = [.. All("notice").Select(Notice.Parse)];

    /// <summary>A short paragraph that sends the reader elsewhere.</summary>
    public static bool IsInvitation(string text)
    {
        if (text.Length is 0 or >= LongestInvitation) return false;
        var said = text.ToLowerInvariant().Replace('’', '\'');
        return Lines.Contains(said) || (Beginnings.TryGetValue(said[0], out var starts)
            && Array.Exists(starts, start => said.StartsWith(start, StringComparison.Ordinal)));
    }

    /// <summary>A heading after which no article comes any more; it may count what follows ("2 comments", "Comments (2)").</summary>
    public static bool OpensTail(string text) => Headings.Contains(text.ToLowerInvariant().Replace('’', '\'').Trim(AroundHeading));

    /// <summary>A paragraph that speaks to readers about comments or subscriptions, and not of the matter.</summary>
    public static bool IsNotice(string text) => text.Length is > 0 and < LongestNotice && SpeaksToReaders(text);

    /// <summary>Whether a notice stands anywhere in the text.</summary>
    public static bool SpeaksToReaders(string text)
    {
        var said = text.ToLowerInvariant().Replace('’', '\'');
        return Array.Exists(Notices, notice => notice.Speaks(said));
    }

    private static IEnumerable<string> All(string section) => Lists.SelectMany(list => list[section]).Distinct(StringComparer.Ordinal);
}
