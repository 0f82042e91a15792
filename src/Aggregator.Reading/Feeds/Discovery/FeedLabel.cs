using System.Collections.Frozen;
using System.Reflection;
using AngleSharp.Dom;

namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>Whether the words of a link say that it leads to a feed.</summary>
internal enum FeedLabelKind
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>A common word does that has other meanings as well ("flux").</summary>
    Word,

    /// <summary>The name of a format does ("RSS").</summary>
    Name,
}

/// <summary>Reads the label of a link: its text, else what stands for it where it shows a picture alone (feed-words.txt).</summary>
internal static class FeedLabel
{
    /// <summary>Longer labels are headlines that speak of feeds.</summary>
    private const int MostWords = 6, MostCommonWords = 3, LongestLabel = 60;

    /// <summary>A row of a list is so near, and has its feed in one format or two.</summary>
    private const int MostRows = 3, MostLinksOfRow = 2;

    private static readonly string[] AttributeNames = ["aria-label", "title", "alt"];
    private static readonly char[] Marks = [' ', ':', '–', '-', '|', '(', ')'];
    private static readonly FrozenDictionary<string, FeedLabelKind> Words = Read();

    /// <summary>What the label of the link says.</summary>
    public static FeedLabelKind KindOf(IElement link)
    {
        var label = Shown(link.TextContent);
        if (label.Length > 0) return KindOf(label);
        var shown = link.Descendants<IElement>().Prepend(link).SelectMany(Attributes);
        return shown.Select(KindOf).Append(OfClass(link)).Max();
    }

    /// <summary>
    /// What the link would be called in a list: its label, or the words beside it in the row where the label only names a format.
    /// </summary>
    public static string? NameOf(IElement link)
    {
        var label = Shown(link.TextContent);
        if (label.Length > 0 && !OnlyNames(label)) return label;
        var row = link.ParentElement;
        for (var up = 0; up < MostRows && row is not null && !IsList(row); up++, row = row.ParentElement)
        {
            var around = Shown(row.TextContent);
            var name = label.Length > 0 ? Shown(around.Replace(label, " ", StringComparison.Ordinal)) : around;
            if (name.Length is > 0 and <= LongestLabel && row.QuerySelectorAll("a[href]").Length <= MostLinksOfRow) return name.Trim(Marks);
        }

        return label.Length > 0 ? label : Attributes(link).FirstOrDefault();
    }

    private static bool IsList(IElement element) => element.LocalName is "body" or "ul" or "ol" or "table" or "tbody" or "nav";

    private static FeedLabelKind KindOf(string label)
    {
        if (label.Length is 0 or > LongestLabel) return FeedLabelKind.None;
        var count = label.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (count > MostWords) return FeedLabelKind.None;
        var kind = Tokens(label).Select(word => Words.GetValueOrDefault(word)).DefaultIfEmpty().Max();
        return kind == FeedLabelKind.Word && count > MostCommonWords ? FeedLabelKind.None : kind;
    }

    /// <summary>The picture's class names it, where no word does: "fa fa-rss".</summary>
    private static FeedLabelKind OfClass(IElement link) =>
        link.Descendants<IElement>().Append(link).SelectMany(element => Tokens(element.ClassName ?? ""))
            .Any(word => Words.GetValueOrDefault(word) == FeedLabelKind.Name) ? FeedLabelKind.Name : FeedLabelKind.None;

    private static bool OnlyNames(string label) => Tokens(label).All(Words.ContainsKey);

    private static IEnumerable<string> Attributes(IElement element) =>
        AttributeNames.Select(name => Shown(element.GetAttribute(name))).Where(text => text.Length > 0);

    /// <summary>Runs of ASCII letters, in lower case: they stand beside letters of other scripts without a space.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (at > start) yield return text[start..at].ToLowerInvariant();
            else at++;
        }
    }

    private static string Shown(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static FrozenDictionary<string, FeedLabelKind> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("feed-words.txt")!);
        var words = new Dictionary<string, FeedLabelKind>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var kind and ("name" or "word"), var word]) words[word] = kind == "name" ? FeedLabelKind.Name : FeedLabelKind.Word;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
