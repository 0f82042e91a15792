using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>A set of regions with what speaks for it being the entries of the page.</summary>
internal sealed class EntrySet
{
    /// <summary>Below this a set is chance: section headings of one article have hardly more than 1.</summary>
    private const double LeastEvidence = 2.9, LeastOfTwo = 4.2;

    private EntrySet(List<Region> regions) => Regions = regions;

    public List<Region> Regions { get; }

    /// <summary>The share of titles that lead to an address of their own.</summary>
    public double Linked { get; private init; }

    /// <summary>The share of titles that lead to another site.</summary>
    public double Abroad { get; private init; }

    /// <summary>Sites led to.</summary>
    public int Hosts { get; private init; }

    /// <summary>What speaks for it, from 0 to 10.</summary>
    public double Evidence { get; private init; }

    /// <summary>Evidence and the amount of text together.</summary>
    public double Score { get; private init; }

    public bool IsLikely => IsVaried && IsMarked && Evidence >= (Regions.Count > 2 ? LeastEvidence : LeastOfTwo);

    // "Reply", "Add to list": what says the same everywhere is no title.
    private bool IsVaried => Regions.Select(region => region.Title.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() * 10 >= Regions.Count * 6
        && (Regions.Count > 2 || Regions[0].Title.Rank > 1);

    // Headings that lead nowhere are chapters, unless each opens a box or a line that only an entry has.
    private bool IsMarked => Linked >= 0.3 || Marked >= 0.5;

    private double Marked { get; init; }

    /// <summary>The likeliest set of the page, or null.</summary>
    public static EntrySet? Best(PageBox page, Uri? address)
    {
        EntrySet? best = null;
        foreach (var titles in TitleGroups.Of(page, address))
            if (Of(Pages.Structure.Regions.Of(page, titles), address) is { IsLikely: true } set && (best is null || set.Beats(best))) best = set;
        return best;
    }

    // Title and teaser of a card may both be headings: then the greater one is the title.
    private bool Beats(EntrySet other) => Score > other.Score * 1.02 || (Score > other.Score * 0.98 && string.CompareOrdinal(Regions[0].Title.Box.Tag, other.Regions[0].Title.Box.Tag) < 0
        && Regions[0].Title.Rank == 2 && other.Regions[0].Title.Rank == 2);

    /// <summary>These regions, with what speaks for them.</summary>
    public static EntrySet Of(List<Region> regions, Uri? address)
    {
        var own = address is null ? "" : UrlKey.Of(address.AbsoluteUri);
        var links = regions.ConvertAll(region => Permalink.OfTitle(region.Title.Box, address) ?? Permalink.Stated(region, address));
        var keys = links.OfType<string>().Select(UrlKey.Of).Where(key => key != own).ToHashSet(StringComparer.Ordinal);
        var abroad = links.OfType<string>().Select(Permalink.SiteOf).Where(site => site.Length > 0 && site != Permalink.SiteOf(address?.AbsoluteUri)).ToList();
        var distinct = Math.Min(1, (double)keys.Count / regions.Count);
        var evidence = Evidences(regions, distinct) + ((double)abroad.Count / regions.Count);
        return new EntrySet(regions)
        {
            Linked = distinct,
            Abroad = (double)abroad.Count / regions.Count,
            Hosts = abroad.Distinct(StringComparer.Ordinal).Count(),
            Evidence = evidence,
            Marked = (double)regions.Count(region => IsNamedEntry(region) || HasParticulars(region) || IsRuledOff(region)) / regions.Count,
            Score = evidence * evidence * Math.Sqrt(regions.Sum(region => Math.Min(2_000, region.Rest) + region.Title.Box.Chars)),
        };
    }

    private static double Evidences(List<Region> regions, double linked)
    {
        double Share(Func<Region, bool> holds) => (double)regions.Count(holds) / regions.Count;
        return (2 * linked)
            + (2 * Share(region => region.Title.Rank == 3))
            + (2 * Share(IsNamedEntry))
            + Share(HasParticulars)
            + (0.6 * Share(region => region.Top.Tag == regions[0].Top.Tag && region.Top.Parent == regions[0].Top.Parent))
            + (0.6 * Share(region => region.Title.Rank == 2))
            + (0.4 * Share(region => region.Title.Rank == 1 && EndsLine(region.Title.Box)))
            + (1.2 * Share(IsRuledOff));
    }

    private static bool IsNamedEntry(Region region)
    {
        for (var (box, steps) = (region.Title.Box, 0); box is not null && steps < 8; box = box.Parent, steps++)
        {
            if (EntryNames.IsEntry(box)) return true;
            if (box == region.Top) return false;
        }

        return false;
    }

    // What an entry has and a section of an article has not: a date, an author, tags, a way to the rest.
    private static bool HasParticulars(Region region) =>
        region.All().Take(400).Any(box => box.Tag == "time" || (box.Chars is > 6 and < 32 && box.IsBlock && !box.HoldsBlock && EntryDate.IsDateLine(box, dayFirst: true)) || (box.Has(Signals.Date | Signals.Byline) && box.Chars is > 5 and < 200) || Marks.IsTagLink(box) || Marks.IsMoreLink(box));

    // The link is all that its line says, and is set like a title.
    private static bool EndsLine(PageBox link)
    {
        if (link.Parent?.Tag is not ("b" or "strong" or "font" or "big") && !link.Boxes.Any(box => box.Tag is "b" or "strong" or "font" or "big")) return false;
        for (var box = link; box is { IsBlock: false, Parent: { } parent }; box = parent)
        {
            foreach (var piece in parent.Content.SkipWhile(piece => piece.Box != box).Skip(1))
            {
                if (piece.Box is { } next && (next.IsBlock || next.Tag == "br")) return true;
                if (piece.Box is { Chars: > 0 } || (piece.Text is { } text && !string.IsNullOrWhiteSpace(text.Data))) return false;
            }
        }

        return true;
    }

    // A rule across the page before the title.
    private static bool IsRuledOff(Region region)
    {
        if (region.Top.Parent is not { } parent) return false;
        for (var at = parent.Content.FindIndex(piece => piece.Box == region.Top) - 1; at >= 0; at--)
            if (parent.Content[at].Box is { } box) return box.Tag == "hr";
        return false;
    }
}
