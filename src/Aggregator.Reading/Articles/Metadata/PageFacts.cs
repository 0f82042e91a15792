using Aggregator.Reading.Articles.Layout;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>What a page states about itself, gathered in one walk and not yet judged.</summary>
internal sealed class PageFacts
{
    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _scripts = [];

    private readonly List<IElement> _state = [];

    public Uri? Address { get; private init; }

    public LinkedData Data { get; private set; } = LinkedData.None;

    public string? HtmlLanguage { get; private init; }

    public string? TitleElement { get; private set; }

    public string? CanonicalLink { get; private set; }

    public List<IElement> Headings { get; } = [];

    public List<IElement> Times { get; } = [];

    private readonly List<IElement> _bylines = [];
    private readonly List<int> _bylinesBefore = [];

    /// <summary>Elements that name an author (rel, itemprop, or class), those after the headline first: the ones before it may belong to teasers.</summary>
    public List<IElement> BylinesFrom(string? title)
    {
        var at = title is null ? -1 : Headings.FindIndex(heading => Line.Of(heading.TextContent) == title);
        return at < 0 ? _bylines : [.. _bylines.Skip(_bylinesBefore[at]), .. _bylines.Take(_bylinesBefore[at])];
    }

    public static PageFacts Of(IHtmlDocument document, Uri? address)
    {
        var language = document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang");
        var facts = new PageFacts { Address = address, HtmlLanguage = language ?? document.Body?.GetAttribute("lang") };
        facts.Walk(document.DocumentElement);
        facts.Data = LinkedData.Of(facts._scripts);
        return facts;
    }

    /// <summary>The first value of the first of these meta names that has one.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_meta.TryGetValue(name, out var values)) return values[0];
        return null;
    }

    /// <summary>The first answer to a question about the scripts that are not structured data.</summary>
    public T? InScripts<T>(Func<string, T?> question)
        where T : struct => _state.Select(script => question(script.TextContent)).FirstOrDefault(found => found is not null);

    public IReadOnlyList<string> MetaAll(string name) => _meta.TryGetValue(name, out var values) ? values : [];

    /// <summary>The addresses of links that hold a figure, as pages of an article do.</summary>
    public List<string> PageLinks { get; } = [];

    /// <summary>Whether the page says to machines that it is an article.</summary>
    public bool IsArticle => Data.Article("headline") is not null || Meta("og:type") == "article";

    /// <summary>Whether the page gives a title elsewhere than in the title of its document, which may be the site's alone.</summary>
    public bool SaysTitle => Data.Article("headline") is not null
        || Meta("dc:title", "citation_title", "og:title", "twitter:title") is not null;

    public IEnumerable<string> MetaNames => _meta.Keys;

    /// <summary>The text a publisher gives in its structured data, as paragraphs; empty when there is none worth having.</summary>
    public List<Block> BodyBlocks()
    {
        var body = Data.Article("articleBody");
        if (body is null || body.Length < 200 || body.Contains("</", StringComparison.Ordinal)) return [];
        return [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paragraph)];
    }

    private static Block Paragraph(string text) => new(BlockKind.Paragraph, $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>", text);

    private void Walk(IElement element)
    {
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not IElement child) continue;
            Note(child);
            Walk(child);
        }
    }

    private void Note(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta": NoteMeta(element); return;
            case "title" when element.NamespaceUri == element.Owner!.DocumentElement.NamespaceUri: TitleElement ??= Line.Of(element.TextContent); return;
            case "script" when element.GetAttribute("type") is { } type && type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase):
                _scripts.Add(element.TextContent); return;
            case "script": _state.Add(element); return;
            case "a": NotePageLink(element); break;
            case "link" when element.GetAttribute("rel") == "next": NotePageLink(element); return;
            case "link" when element.GetAttribute("rel") == "canonical": CanonicalLink ??= element.GetAttribute("href"); return;
            case "h1": NoteHeading(element); break;
            case "time": Times.Add(element); break;
        }

        if (element.Attributes.Length > 0) NoteByline(element);
    }

    private void NotePageLink(IElement link)
    {
        if (PageLinks.Count < 500 && link.GetAttribute("href") is { Length: < 500 } address && address.AsSpan().IndexOfAnyInRange('0', '9') >= 0) PageLinks.Add(address);
    }

    private void NoteHeading(IElement heading)
    {
        Headings.Add(heading);
        _bylinesBefore.Add(_bylines.Count);
    }

    private void NoteMeta(IElement meta)
    {
        var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
        var value = Line.Of(meta.GetAttribute("content"));
        if (string.IsNullOrEmpty(name) || value.Length == 0) return;
        // RDFa allows several properties at once: property="og:title dc:title".
        foreach (var one in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (_meta.TryGetValue(one, out var values)) values.Add(value);
            else _meta[one] = [value];
        }
    }

    private void NoteByline(IElement element)
    {
        if (_bylines.Count >= 200) return;
        var property = element.GetAttribute("itemprop");
        if (property is "datePublished" or "dateModified") Times.Add(element);
        else if (property is "author" || element.GetAttribute("rel") is "author"
            || SignalWords.Of(element.GetAttribute("class")).HasFlag(Signals.Byline)) _bylines.Add(element);
    }
}
