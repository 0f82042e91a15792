using System.Text;
using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>Writes the attributes that may stay, each checked for the only form it may have.</summary>
internal static class ElementAttributes
{
    public static void Write(StringBuilder html, IElement element, ElementRule rule, Uri? address)
    {
        foreach (var name in rule.Attributes)
            if (element.GetAttribute(name) is { } value && Checked(name, value, address) is { } kept) Append(html, name, kept);
        if (element.GetAttribute("lang") is { Length: > 0 and <= 35 } language && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            Append(html, "lang", language);
        if (element.GetAttribute("dir")?.ToLowerInvariant() is "ltr" or "rtl" or "auto")
            Append(html, "dir", element.GetAttribute("dir")!.ToLowerInvariant());
    }

    public static void Append(StringBuilder html, string name, string value)
    {
        html.Append(' ').Append(name).Append("=\"");
        MarkupText.Append(html, WellFormedText.Of(value), quoted: true);
        html.Append('"');
    }

    private static string? Checked(string name, string value, Uri? address) => name switch
    {
        "alt" or "title" => value.Length <= 2_000 ? value : null,
        "width" or "height" => Number(value, 10_000),
        "colspan" or "rowspan" => Number(value, 1_000),
        "start" or "value" => Number(value, 1_000_000),
        "reversed" => "",
        "scope" => value.ToLowerInvariant() is "row" or "col" or "rowgroup" or "colgroup" ? value.ToLowerInvariant() : null,
        "datetime" => value.Length is > 0 and <= 40 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '+' or '.' or ' ') ? value : null,
        "cite" => WebReference.Link(value, address) is { } link && link.StartsWith("http", StringComparison.Ordinal) ? link : null,
        _ => null,
    };

    private static string? Number(string value, int most) =>
        value.Length <= 7 && value.Length > 0 && value.All(char.IsAsciiDigit) && int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) <= most
            ? value : null;
}
