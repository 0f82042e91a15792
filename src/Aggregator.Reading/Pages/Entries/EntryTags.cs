using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Reads the categories and tags of an entry.</summary>
internal static partial class EntryTags
{
    private const int Most = 40;

    /// <summary>In the order of the page, without "#", underscores as blanks, each once.</summary>
    public static List<(string Text, bool IsCategory)> Of(Region region)
    {
        var found = new List<(string Text, bool IsCategory)>();
        foreach (var box in region.All())
        {
            if (found.Count >= Most) break;
            if (Marks.IsTagLink(box) && !Holds(box, region.Title.Box)) found.Add((box.Element.TextContent, Marks.IsCategoryLink(box) || IsUnderCategories(box)));
            else if (box.Chars is > 2 and < 300 && IsLine(box, region)) found.AddRange(Listed(box).Select(tag => (tag, Marks.IsOfCategories(box) || NamesCategories(box))));
        }

        return [.. found.Select(tag => (Text: Tidy(tag.Text), tag.IsCategory)).Where(tag => tag.Text.Length is > 0 and <= 60 && !IsNone(tag.Text))
            .DistinctBy(tag => FoldedText.Of(tag.Text), StringComparer.Ordinal)];
    }

    /// <summary>A link in a line that begins with "Filed under" or the like.</summary>
    private static bool IsUnderCategories(PageBox link) => link.Parent is { Chars: < 300 } line && NamesCategories(line);

    private static bool NamesCategories(PageBox box) => CategoryHeads().IsMatch(Line.Of(PlainText.Of(box)));

    /// <summary>Whether a block holds tags and nothing else.</summary>
    public static bool IsLine(PageBox box, Region region)
    {
        if (box.Chars is 0 or > 400 || Holds(box, region.Title.Box)) return false;
        if (!box.IsBlock && !box.Has(Signals.Labels)) return box.Tag != "a" && Hashes().IsMatch(Line.Of(PlainText.Of(box)));
        var links = Marks.TagLinks(box).ToList();
        var inLinks = links.Sum(link => link.Chars);
        if (links.Count > 0 && box.Chars - inLinks - (links.Count * 2) <= Math.Max(4, Heads().Match(PlainText.Of(box)).Length)) return true;
        var text = Line.Of(PlainText.Of(box));
        return Hashes().IsMatch(text) || (Heads().Match(text) is { Success: true } head && text.Length < 250 && !text.AsSpan(head.Length).TrimEnd('.').Contains('.'));
    }

    // Tags that are not links: "Tags: a, b", "#a #b", spans in a box of labels.
    private static IEnumerable<string> Listed(PageBox box)
    {
        if (Marks.TagLinks(box).Any()) return [];
        var leaves = box.Boxes.Where(inside => inside.Chars > 0 && inside.Content.TrueForAll(piece => piece.Box is null)).ToList();
        if (box.Has(Signals.Labels) && leaves.Count > 1 && leaves.Sum(leaf => leaf.Chars) >= box.Chars - 12) return leaves.Select(leaf => leaf.Element.TextContent).Where(text => !Heads().IsMatch(text + " "));
        var text = Line.Of(PlainText.Of(box));
        if (Hashes().IsMatch(text)) return text.Split([' ', ',', '·'], StringSplitOptions.RemoveEmptyEntries);
        return Heads().Match(text) is { Success: true } head ? text[head.Length..].TrimEnd('.').Split([',', ';', '·', '|', '/', '•'], StringSplitOptions.TrimEntries) : [];
    }

    private static bool Holds(PageBox outer, PageBox? inner)
    {
        for (; inner is not null; inner = inner.Parent)
            if (inner == outer) return true;
        return false;
    }

    private static bool IsNone(string tag) => FoldedText.Of(tag) is "uncategorized" or "uncategorised" or "non classe" or "sans categorie" or "" or "all" or "tous";

    private static string Tidy(string tag) => Line.Of(tag).TrimStart('#').Replace('_', ' ').Trim(' ', ',', ';', '·', '|', '/', '•', ':');

    [GeneratedRegex(@"\A(?:[#＃][\p{L}\p{N}_-]+[\s,·]*)+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"\A\s*(?:(?:categor(?:y|ies)|catégories?|rubriques?)\s*:|(?:filed (?:under|in)|posted in|classé dans|publié dans)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CategoryHeads();

    [GeneratedRegex(@"\A\s*(?:(?:tags?|labels?|categor(?:y|ies)|topics?|keywords?|libellés?|étiquettes?|mots[ -]clés?|mots|catégories?|rubriques?|thèmes?)\s*:|(?:tagged(?: with)?|filed (?:under|in)|posted in|étiqueté|classé dans|publié dans)\b\s*:?)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heads();
}
