using System.Text;
using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>
/// Writes a formula (MathML Core) as words a reader can make out: its alternative text, else the TeX it was made of, else its symbols in
/// a line.
/// </summary>
internal static class Formula
{
    private const int LongestText = 2_000, DeepestElement = 200, MostBeside = 2;

    /// <summary>
    /// Puts the text in place of the element, shows what hid it, and takes away the drawing of the same formula that stands beside it.
    /// </summary>
    public static void Write(IElement math)
    {
        var text = TextOf(math);
        var written = math.Owner!.CreateElement("span");
        written.TextContent = text;
        math.Replace(written);
        Show(written, text);
    }

    private static string TextOf(IElement math)
    {
        var stated = math.GetAttribute("alttext") ?? math.QuerySelector("annotation[encoding*=tex],annotation[encoding*=TeX]")?.TextContent;
        if (!string.IsNullOrWhiteSpace(stated)) return Cut(stated.Trim());
        var symbols = new StringBuilder();
        Append(symbols, math, 0);
        return Cut(symbols.ToString().Trim());
    }

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;

    private static void Append(StringBuilder text, IElement element, int depth)
    {
        if (depth > DeepestElement || text.Length > LongestText
            || element.LocalName.StartsWith("annotation", StringComparison.Ordinal)) return;
        var parts = element.Children.Where(child => child.LocalName is not ("annotation" or "annotation-xml")).ToList();
        switch (element.LocalName)
        {
            case "mfrac" when parts.Count == 2: Join(text, parts, "/", depth); break;
            case "msup" when parts.Count == 2: Join(text, parts, "^", depth); break;
            case "msub" or "munder" when parts.Count == 2: Join(text, parts, "_", depth); break;
            case "msqrt":
                text.Append('√');
                foreach (var part in parts) Grouped(text, part, depth);
                break;
            case "mspace": text.Append(' '); break;
            default:
                if (parts.Count == 0 && element.LocalName is "mi" or "mn" or "mo" or "mtext" or "ms") text.Append(element.TextContent.Trim());
                foreach (var part in parts) Append(text, part, depth + 1);
                break;
        }
    }

    private static void Join(StringBuilder text, List<IElement> parts, string sign, int depth)
    {
        Grouped(text, parts[0], depth);
        text.Append(sign);
        Grouped(text, parts[1], depth);
    }

    // "a+b" over "c" is "(a+b)/c".
    private static void Grouped(StringBuilder text, IElement part, int depth)
    {
        var inside = new StringBuilder();
        Append(inside, part, depth + 1);
        var written = inside.ToString();
        if (written.All(char.IsLetterOrDigit)) text.Append(written);
        else text.Append('(').Append(written).Append(')');
    }

    // Pages draw a formula (pictures, spans) for the eye and hide the MathML for screen readers.
    private static void Show(IElement written, string text)
    {
        IElement box = written;
        while (box.ParentElement is { ChildElementCount: <= MostBeside } parent && parent.TextContent.Trim() == text
            && parent.LocalName is "span" or "div" or "semantics")
        {
            box = parent;
            box.RemoveAttribute("style");
            box.RemoveAttribute("hidden");
            if (box.NextElementSibling is { } drawing && drawing.GetAttribute("aria-hidden") == "true") drawing.Remove();
        }
    }
}
