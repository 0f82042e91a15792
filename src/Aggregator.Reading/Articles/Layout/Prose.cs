namespace Aggregator.Reading.Articles.Layout;

/// <summary>Measures how much running text a box holds: words outside links, in blocks long enough to be sentences.</summary>
internal static class Prose
{
    public static double Measure(PageBox box)
    {
        box.Prose = 0;
        if (box.Cut) return 0;
        if (box.IsBlock) box.Prose = Own(box);
        foreach (var piece in box.Content)
            if (piece.Box is { } inside) box.Prose += Measure(inside);
        return box.Prose;
    }

    private static double Own(PageBox box)
    {
        var words = box.OwnChars - box.OwnLinkChars;
        if (words * 2 < box.OwnChars) return 0;
        return box.Tag switch
        {
            "p" or "blockquote" or "pre" => words >= 20 ? words : words * 0.3,
            "li" or "dd" or "td" or "th" => words >= 30 ? words * 0.7 : words * 0.2,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => words * 0.2,
            _ => words >= 60 ? words * 0.9 : 0,
        };
    }
}
