using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Html;

/// <summary>
/// Opens declarative shadow roots (HTML Standard, <c>template shadowrootmode</c>; older pages say <c>shadowroot</c>): the content of the
/// template is what the element
/// shows, with the element's own children where a <c>slot</c> stands for them.
/// </summary>
internal static class ShadowRoots
{
    /// <summary>How deep roots may stand in roots; components of real pages go four deep.</summary>
    private const int DeepestRoot = 20;

    private const string Standing = "<template", Mode = "shadowrootmode", Plain = "shadowroot";

    /// <summary>
    /// The text with the older name, which makes the parser keep the template as one: a root that it opens itself is out of reach when it
    /// is closed.
    /// </summary>
    public static string Kept(string html)
    {
        if (!html.Contains(Mode, StringComparison.OrdinalIgnoreCase)) return html;
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.IndexOf(Standing, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var end = rest[at..].IndexOf('>') is >= 0 and var length ? at + length : rest.Length;
            text.Append(rest[..at]).Append(rest[at..end].ToString().Replace(Mode, Plain, StringComparison.OrdinalIgnoreCase));
            rest = rest[end..];
        }

        return text.Append(rest).ToString();
    }

    public static void Open(IHtmlDocument document)
    {
        // A root inside a root comes to light when the outer one is open.
        for (var depth = 0; depth < DeepestRoot; depth++)
        {
            var roots = document.QuerySelectorAll("template[shadowroot]").OfType<IHtmlTemplateElement>().ToList();
            if (roots.Count == 0) return;
            // Of several in one element the first counts.
            foreach (var root in roots.DistinctBy(root => root.ParentElement)) Open(root);
        }
    }

    private static void Open(IHtmlTemplateElement template)
    {
        var host = template.ParentElement;
        template.Remove();
        if (host is null) return;
        var own = host.ChildNodes.ToList();
        // The parser leaves the nodes of a template inside a template where they were written.
        var content = template.Content.ChildNodes.Concat(template.ChildNodes).ToList();
        var slots = template.Content.QuerySelectorAll("slot").Concat(template.QuerySelectorAll("slot")).ToList();
        foreach (var slot in slots)
        {
            var name = slot.GetAttribute("name") ?? "";
            var nodes = own.Where(node => ((node as IElement)?.GetAttribute("slot") ?? "") == name).ToList();
            if (nodes.Count > 0) slot.TextContent = "";
            foreach (var node in nodes) slot.AppendChild(node);
        }

        var before = host.FirstChild;
        foreach (var node in content) host.InsertBefore(node, before);
    }
}
