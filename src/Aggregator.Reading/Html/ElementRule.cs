using System.Collections.Frozen;

namespace Aggregator.Reading.Html;

/// <summary>What becomes of an element: it and its content vanish, only its content stays, or it is made anew under an allowed name.</summary>
internal enum ElementFate { Unwrap, Drop, Inline, Block, Void }

/// <summary>The allow-list: what every HTML element becomes and which attributes it may carry.</summary>
internal sealed record ElementRule(ElementFate Fate, string Name, string[] Attributes)
{
    private static readonly ElementRule Unknown = new(ElementFate.Unwrap, "", []);

    private static readonly Dictionary<string, string[]> AttributesOf = new()
    {
        ["a"] = ["title"], ["img"] = ["alt", "title", "width", "height"], ["td"] = ["colspan", "rowspan"],
        ["th"] = ["colspan", "rowspan", "scope"], ["time"] = ["datetime"], ["abbr"] = ["title"], ["ol"] = ["start", "reversed"],
        ["li"] = ["value"], ["blockquote"] = ["cite"], ["q"] = ["cite"], ["del"] = ["cite", "datetime"], ["ins"] = ["cite", "datetime"],
    };

    private static readonly FrozenDictionary<string, ElementRule> Rules = Build().ToFrozenDictionary();

    /// <summary>True for the elements that end an open paragraph when they start (HTML Standard, 13.2.6.4.7).</summary>
    public bool IsBlock => Fate == ElementFate.Block || Name == "hr";

    public static ElementRule Of(string localName) => Rules.GetValueOrDefault(localName, Unknown);

    private static Dictionary<string, ElementRule> Build()
    {
        var rules = new Dictionary<string, ElementRule>();
        Add(ElementFate.Drop, "script style template noscript iframe frame frameset noframes noembed object embed applet param svg math canvas "
            + "head title base link meta audio video source track input select datalist option optgroup col colgroup map area dialog portal fencedframe");
        Add(ElementFate.Inline, "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup time u var");
        Add(ElementFate.Void, "br hr img wbr");
        Add(ElementFate.Block, "blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p pre summary "
            + "table tbody td tfoot th thead tr ul");
        // Wrappers of blocks keep their contents apart; a wrapper of words needs nothing in its place.
        foreach (var name in "address article aside center fieldset footer form header hgroup legend main menu nav search section dir marquee".Split(' '))
            rules[name] = rules["div"];
        foreach (var name in "xmp listing plaintext".Split(' ')) rules[name] = rules["pre"];
        rules["strike"] = rules["s"];
        rules["tt"] = rules["code"];
        rules["acronym"] = rules["abbr"];
        return rules;

        void Add(ElementFate fate, string names)
        {
            foreach (var name in names.Split(' ')) rules[name] = new ElementRule(fate, name, AttributesOf.GetValueOrDefault(name, []));
        }
    }
}
