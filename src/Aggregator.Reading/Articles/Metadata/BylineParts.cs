using System.Text;
using Aggregator.Reading.Articles.Layout;
using AngleSharp.Dom;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>
/// Parts a byline by its elements: a name and an office that stand in elements of their own are two things though no blank parts them in
/// the source, and so are the
/// items of a list. Words beside an element ("by A and B") belong to its line.
/// </summary>
internal static class BylineParts
{
    private const int LongestByline = 2_000, MostParts = 20;

    private static readonly string[] NameClasses = ["name", "nom", "nome", "nombre", "fullname", "fn"];

    /// <summary>The lines in order, at most twenty.</summary>
    public static List<string> Of(IElement byline)
    {
        var parts = new List<string>();
        if (byline.TextContent.Length <= LongestByline) Collect(byline, parts, 0);
        return parts;
    }

    /// <summary>The elements inside that call themselves a name.</summary>
    public static IEnumerable<IElement> Named(IElement byline) =>
        byline.QuerySelectorAll("[itemprop=name],[class]").Take(60)
            .Where(inside => inside.GetAttribute("itemprop") == "name" || IsName(inside));

    private static bool IsName(IElement element)
    {
        foreach (var name in element.ClassList)
            foreach (var word in new NameWords(name))
                if (NameClasses.Contains(word.ToString(), StringComparer.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static void Collect(IElement element, List<string> parts, int depth)
    {
        if (parts.Count >= MostParts) return;
        var hasWords = element.ChildNodes.OfType<IText>().Any(text => text.Data.Any(c => char.IsLetterOrDigit(c) || c is ',' or '&'));
        var inside = element.Children.Where(child => child.TextContent.Any(char.IsLetter)).ToList();
        if (hasWords && inside.Count > 1 && !IsOneWord(inside[0]) && IsLabelled(element))
        {
            // "Par <span>Léa Morin</span><span>Journaliste</span>": the label belongs to the first.
            if (Line.Of($"{element.FirstChild!.TextContent} {Joined(inside[0])}") is { Length: > 0 } first) parts.Add(first);
            foreach (var other in inside.Skip(1)) Collect(other, parts, depth + 1);
            return;
        }

        if (hasWords || inside.Count == 0 || depth > 12)
        {
            if (Line.Of(Joined(element)) is { Length: > 0 } line) parts.Add(line);
            return;
        }

        for (var i = 0; i < inside.Count; i++)
        {
            // A given name and a family name in elements of their own are one name; a name and an office are two things.
            var last = i;
            while (last < inside.Count && IsOneWord(inside[last])) last++;
            if (last - i < 2) Collect(inside[i], parts, depth + 1);
            else
            {
                parts.Add(string.Join(' ', inside[i..last].Select(word => Line.Of(word.TextContent))));
                i = last - 1;
            }
        }
    }

    /// <summary>Its own words stand before its elements, and nowhere else.</summary>
    private static bool IsLabelled(IElement element) =>
        element.FirstChild is IText && element.ChildNodes.Skip(1).OfType<IText>().All(text => string.IsNullOrWhiteSpace(text.Data));

    private static bool IsOneWord(IElement element) => element.LocalName is "span" or "b" or "strong" or "em" or "i"
        && Line.Of(element.TextContent) is var text && !text.Contains(' ', StringComparison.Ordinal);

    /// <summary>The words of an element with a blank between its elements.</summary>
    public static string Joined(IElement element)
    {
        var text = new StringBuilder();
        Append(text, element, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IElement element, int depth)
    {
        foreach (var node in element.ChildNodes)
        {
            if (text.Length > LongestByline) return;
            if (node is IText words) text.Append(words.Data);
            else if (node is IElement { LocalName: not ("script" or "style") } inside && depth < 40)
            {
                // "M<sup>me</sup>" is one word.
                if (inside.LocalName is not ("sup" or "sub")) text.Append(' ');
                Append(text, inside, depth + 1);
                if (inside.LocalName is not ("sup" or "sub")) text.Append(' ');
            }
        }
    }
}
