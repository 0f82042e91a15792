using System.Xml;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Pages.Sitemaps;

/// <summary>A sitemap while it is read: flat, so that depth costs nothing.</summary>
/// <param name="most">Entries read.</param>
internal sealed class SitemapDraft(int most)
{
    private SitemapPage? _open;
    private string? _element;

    public List<SitemapPage> Pages { get; } = [];

    public List<SitemapPage> Parts { get; } = [];

    public bool IsSitemap { get; private set; }

    public bool Goes => Pages.Count + Parts.Count < most;

    public void Take(XmlReader xml, int longest)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element: Open(xml); break;
            case XmlNodeType.Text or XmlNodeType.CDATA when _element is not null && _open is not null && xml.Value.Length <= longest: Note(xml.Value); break;
            case XmlNodeType.EndElement: Close(xml.LocalName); break;
        }
    }

    private void Open(XmlReader xml)
    {
        IsSitemap |= xml.LocalName is "urlset" or "sitemapindex";
        if (xml.LocalName is "url" or "sitemap") _open = new SitemapPage("", null);
        // "image:loc" and "news:title" are told from "loc" and "video:title" by their prefix: namespaces are often wrong.
        _element = xml.IsEmptyElement ? null : xml.Name;
    }

    private void Note(string value)
    {
        var page = _open!;
        var text = Line.Of(value);
        _open = _element switch
        {
            "loc" or "sm:loc" when page.Url.Length == 0 && WebAddressOf(value) is { } url => page with { Url = url },
            "lastmod" or "sm:lastmod" => page with { Changed = DateOf(text) },
            "news:publication_date" or "n:publication_date" => page with { Published = DateOf(text) },
            "news:title" or "n:title" => page with { Title = page.Title + text },
            "news:language" or "n:language" => page with { Language = text.Split('-')[0].ToLowerInvariant() is { Length: 2 or 3 } tag ? tag : null },
            "news:keywords" or "n:keywords" => page with { Keywords = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(30)] },
            "image:loc" => page.Image is null ? page with { Image = WebAddressOf(value) } : page,
            _ => page,
        };
    }

    private void Close(string name)
    {
        _element = null;
        if (name is not ("url" or "sitemap") || _open is not { } page) return;
        if (page.Url.Length > 0) (name == "url" ? Pages : Parts).Add(page);
        _open = null;
    }

    private static DateTimeOffset? DateOf(string text) => FeedDates.OfArticle(text);

    private static string? WebAddressOf(string value) => CanonicalUrl.TryParse(value.Trim(), out var url) ? url : null;
}
