using System.Text;
using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>
/// Copies nodes into new markup, element by element of the allow-list, in a shape that parsing does not change again: a paragraph never
/// holds a block, a link never a link, rows only cells. What a parser would rearrange is where sanitised HTML turns active again.
/// </summary>
/// <param name="address">What relative addresses are resolved against.</param>
/// <param name="skip">Nodes to leave out with all they hold.</param>
/// <param name="isBare">Adds nothing of ours to links and images.</param>
internal sealed class SanitizedMarkup(Uri? address, Func<INode, bool>? skip = null, bool isBare = false)
{
    private const int MaximumDepth = 200;
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";
    private readonly StringBuilder _html = new();
    private bool _preJustOpened;

    /// <param name="Parent">The allowed element the content goes into; empty at the top.</param>
    private readonly record struct Place(string Parent, bool InLink, int Depth);

    public static string Of(IEnumerable<INode> nodes, Uri? address, Func<INode, bool>? skip = null, bool isBare = false)
    {
        var markup = new SanitizedMarkup(address, skip, isBare);
        foreach (var node in nodes) markup.Write(node, new Place("", InLink: false, 0));
        return markup._html.ToString();
    }

    private void Write(INode node, Place place)
    {
        if (skip?.Invoke(node) == true) return;
        if (node is IText text) WriteText(text.Data, place);
        else if (node is IElement element) WriteElement(element, place);
    }

    private void WriteText(string text, Place place)
    {
        if (text.Length == 0 || IsTablePart(place.Parent)) return;
        if (_preJustOpened && text[0] is '\n' or '\r') _html.Append('\n');
        _preJustOpened = false;
        MarkupText.Append(_html, WellFormedText.Of(text), quoted: false);
    }

    private void WriteElement(IElement element, Place place)
    {
        var rule = RuleOf(element);
        if (rule.Fate == ElementFate.Drop) return;
        var name = NameIn(place, element, rule);
        if (name is null) WriteChildren(element, place);
        else if (rule.Fate == ElementFate.Void) WriteVoid(element, rule, place);
        else if (name.Length > 0) WriteOpen(element, rule, name, place);
    }

    private static ElementRule RuleOf(IElement element) =>
        element.NamespaceUri == HtmlNamespace ? ElementRule.Of(element.LocalName) : ElementRule.Of("svg");

    /// <summary>The name to write; null for "only the content", empty for "nothing".</summary>
    private string? NameIn(Place place, IElement element, ElementRule rule)
    {
        if (IsTablePart(place.Parent)) return BelongsIn(place.Parent, rule.Name) ? rule.Name : "";
        if (rule.Fate == ElementFate.Unwrap || place.Depth >= MaximumDepth) return null;
        var name = Fitting(place, element, rule);
        // A list of terms holds terms and descriptions; wrappers in it would not survive a second reading.
        return name == "div" && place.Parent == "dl" ? null : name;
    }

    private string? Fitting(Place place, IElement element, ElementRule rule) =>
        rule.Name switch
        {
            "a" => place.InLink || WebReference.Link(element.GetAttribute("href"), address) is null ? null : "a",
            "li" => place.Parent is "ul" or "ol" ? "li" : "div",
            "dt" or "dd" => place.Parent == "dl" ? rule.Name : "div",
            "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" => "div",
            "p" => HoldsBlock(element, headingsOnly: false) ? "div" : "p",
            ['h', >= '1' and <= '6'] => HoldsBlock(element, headingsOnly: true) ? "div" : rule.Name,
            var name => name,
        };

    private void WriteOpen(IElement element, ElementRule rule, string name, Place place)
    {
        _html.Append('<').Append(name);
        if (name == "a") WriteLink(element);
        ElementAttributes.Write(_html, element, name == rule.Name ? rule : ElementRule.Of(name), address);
        _html.Append('>');
        _preJustOpened = name == "pre";
        WriteChildren(element, new Place(name, place.InLink || name == "a", place.Depth + 1));
        _preJustOpened = false;
        _html.Append("</").Append(name).Append('>');
    }

    private void WriteLink(IElement element)
    {
        ElementAttributes.Append(_html, "href", WebReference.Link(element.GetAttribute("href"), address)!);
        if (!isBare) _html.Append(" rel=\"noopener nofollow\"");
    }

    private void WriteVoid(IElement element, ElementRule rule, Place place)
    {
        if (IsTablePart(place.Parent)) return;
        var source = rule.Name == "img" ? ImageSource.Of(element, address) : "";
        if (source is null) return;
        _preJustOpened = false;
        _html.Append('<').Append(rule.Name);
        if (rule.Name == "img") ElementAttributes.Append(_html, "src", source);
        if (rule.Name == "img") ElementAttributes.Write(_html, element, rule, address);
        if (rule.Name == "img" && !isBare) _html.Append(" loading=\"lazy\" referrerpolicy=\"no-referrer\"");
        _html.Append('>');
    }

    private void WriteChildren(IElement element, Place place)
    {
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++) Write(children[i], place);
    }

    private bool HoldsBlock(IElement element, bool headingsOnly)
    {
        foreach (var child in element.ChildNodes.OfType<IElement>())
        {
            var rule = RuleOf(child);
            if (rule.Fate is ElementFate.Drop || skip?.Invoke(child) == true) continue;
            if (headingsOnly ? rule.Name is ['h', >= '1' and <= '6'] : rule.IsBlock) return true;
            if (HoldsBlock(child, headingsOnly)) return true;
        }

        return false;
    }

    private static bool IsTablePart(string name) => name is "table" or "thead" or "tbody" or "tfoot" or "tr";

    private static bool BelongsIn(string parent, string name) => parent switch
    {
        "table" => name is "caption" or "thead" or "tbody" or "tfoot",
        "tr" => name is "td" or "th",
        _ => name == "tr",
    };
}
