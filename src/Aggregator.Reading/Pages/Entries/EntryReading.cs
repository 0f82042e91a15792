using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages.Structure;
using Aggregator.Reading.Text;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Makes an entry of a region: first what it says about itself, then, with that cut out, its text.</summary>
/// <param name="kind">What the page is.</param>
/// <param name="address">What relative addresses are resolved against.</param>
/// <param name="language">The language the page declares, for entries too short to tell.</param>
/// <param name="dayFirst">How the page writes dates: see <see cref="DateOrder"/>.</param>
internal sealed class EntryReading(PageKind kind, Uri? address, string? language, bool dayFirst)
{
    private bool DayFirst => dayFirst;

    public PageEntry Of(Region region)
    {
        var url = Permalink.Of(region, address);
        var shown = EntryDate.Of(region, DayFirst);
        var date = kind == PageKind.LinkLog ? AddressDate.Of(url) ?? shown : shown ?? AddressDate.Of(url);
        var tags = EntryTags.Of(region);
        var entry = new PageEntry
        {
            Title = region.Title.Text,
            Url = url,
            Published = date?.Day,
            Precision = date?.Precision ?? DatePrecision.Day,
            Authors = EntryAuthors.Of(region),
            Tags = [.. tags.Select(tag => tag.Text)],
            Categories = [.. tags.Where(tag => tag.IsCategory).Select(tag => tag.Text)],
            Image = ImageOf(region),
        };
        return kind == PageKind.LinkLog ? WithNotes(entry, region) : WithText(entry, region);
    }

    private PageEntry WithText(PageEntry entry, Region region)
    {
        var cuts = new EntryCuts(region, entry.Url, address, DayFirst);
        cuts.Make(isNote: false);
        if (kind == PageKind.Articles) Pruning.Cut(region.Content, entry.Title);
        var truncated = cuts.HadMore;
        var blocks = EntryTail.Cut(BlockList.Of(region.Content, address), ref truncated, out var signature);
        while (blocks.Count > 0 && blocks[0].Kind != BlockKind.Figure && EntryTail.IsHead(blocks[0].Text, entry, DayFirst)) blocks.RemoveAt(0);
        return Told(entry, region, blocks) with
        {
            Authors = entry.Authors.Count > 0 || signature is null ? entry.Authors : [signature],
            Truncated = entry.Url is not null && (truncated || kind == PageKind.Listing),
        };
    }

    private PageEntry WithNotes(PageEntry entry, Region region)
    {
        new EntryCuts(region, entry.Url, address, DayFirst).Make(isNote: true);
        var notes = LinkNotes.Of(region, entry.Url, address);
        var comment = notes.Comment.Count == 0 ? null : string.Join("\n\n", notes.Comment);
        var told = Told(entry, region, notes.Quotes);
        return told with
        {
            Comment = comment,
            CommentHtml = comment is null ? "" : notes.Html,
            Quoted = [.. notes.Quotes.Select(quote => quote.Text)],
            Language = notes.Quotes.Count > 0 || comment is null ? told.Language : LanguageDetector.Detect(entry.Title) ?? LanguageDetector.Detect($"{entry.Title}. {comment}") ?? told.Language,
            Publisher = PublisherName.Of(entry.Title, entry.Url),
            Truncated = true,
        };
    }

    private PageEntry Told(PageEntry entry, Region region, List<Block> blocks)
    {
        // Captions are shown with their image; they are no lines of the text.
        var text = string.Join("\n\n", blocks.Where(block => block.Kind != BlockKind.Figure && block.Text.Length > 0).Select(block => block.Text)).TrimStart('–', '—', ':', '|', '·', ' ');
        return entry with
        {
            Blocks = blocks,
            Text = text,
            Html = string.Concat(blocks.Select(block => block.Html)),
            Language = LanguageOf(text.Length > 200 ? text : $"{entry.Title}. {text}", region) ?? ScriptLanguage.Of($"{entry.Title}. {text}"),
        };
    }

    /// <summary>A link log is in its language, what it links to in any: its declaration is no evidence for a title.</summary>
    private string? LanguageOf(string text, Region region) =>
        kind == PageKind.LinkLog ? LanguageDetector.Detect(text) ?? Declared(region) ?? language : LanguageEvidence.Of(text, Declared(region), language);

    private static string? Declared(Region region)
    {
        for (IElement? element = region.Title.Box.Element; element is not null && element.LocalName is not ("body" or "html"); element = element.ParentElement)
            if (element.GetAttribute("lang") is { Length: >= 2 } tag) return tag.Split('-', '_')[0].ToLowerInvariant();
        return null;
    }

    private string? ImageOf(Region region)
    {
        foreach (var box in region.All())
            if (box.Tag == "img" && ImageSource.Of(box.Element, address) is { } found) return found;
        return null;
    }
}
