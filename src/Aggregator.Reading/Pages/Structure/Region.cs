using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>A title and what belongs to it.</summary>
internal sealed class Region(TitleBox title, PageBox top, PageBox content)
{
    public TitleBox Title { get; } = title;

    /// <summary>The largest box of the page that holds this title and no other of its set.</summary>
    public PageBox Top { get; } = top;

    /// <summary>A box of our own around all that belongs to the entry; its content is the page's.</summary>
    public PageBox Content { get; } = content;

    /// <summary>Characters of the entry without its title.</summary>
    public int Rest => Content.Chars - Title.Box.Chars;

    /// <summary>What belongs to the entry, box by box.</summary>
    public IEnumerable<PageBox> All() => Content.Boxes.SelectMany(box => box.Standing());
}
