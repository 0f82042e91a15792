using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>
/// Cuts what may be longer than a short article and is never one: panels that ask for consent, the comments of readers, offers of
/// subscriptions. A box that holds the
/// headline is none of them, and neither is the only text of a page.
/// </summary>
internal static class Intrusions
{
    /// <summary>
    /// Running text that must stay on the page, in characters (<see cref="PageBox.Prose"/>): a piece of news of two sentences.
    /// </summary>
    private const double LeastRest = 100;

    /// <summary>Words that only a panel of consent holds together: one or two stand in many an article.</summary>
    private const int FewestConsentWords = 3;

    /// <summary>
    /// Characters of a panel that nothing names, and how many of them go to one such word: an article on privacy is longer, and speaks of
    /// other things.
    /// </summary>
    private const int LongestPanel = 4_000, CharactersAWord = 250;

    /// <summary>Characters of a line at the edge of the window: "We use cookies" and a button, in any language.</summary>
    private const int LongestLine = 250;

    /// <summary>Such boxes stand near the top of the tree; looking deeper would read the text of nested boxes again and again.</summary>
    private const int DeepestLook = 12;

    private const int LongestOffer = 1_500;

    private static readonly string[] ConsentWords = [.. WordList.Read("consent-words.txt")["word"]];

    public static void Cut(PageBox page)
    {
        var all = Prose.Measure(page);
        if (all > LeastRest) CutInside(page, ref all, 0);
    }

    private static void CutInside(PageBox box, ref double all, int depth)
    {
        foreach (var inside in box.Boxes)
        {
            if (inside.Prose <= 0 || inside.Cut) continue;
            if (IsIntrusion(inside) && all - inside.Prose >= LeastRest)
            {
                inside.Cut = true;
                all -= inside.Prose;
            }
            else if (depth < DeepestLook) CutInside(inside, ref all, depth + 1);
        }
    }

    private static bool IsIntrusion(PageBox box)
    {
        if (!box.IsBlock || box.Tag is "main" or "p" or "li" || box.Has(Signals.StatedBody)) return false;
        var isNamed = box.Has(Signals.Consent | Signals.Dialog | Signals.Comments) || box.Tag == "dialog";
        var isAsking = !isNamed && box.Tag != "article" && (box.Element.HasAttribute("aria-label") || HasButton(box));
        return (isNamed || isAsking) && !HoldsStory(box) && (isNamed || SpeaksOfConsent(box) || Offers(box));
    }

    private static bool HasButton(PageBox box) =>
        box.Standing().Take(400).Any(inside => inside.Tag == "button" || inside.Element.GetAttribute("role") == "button");

    private static bool HoldsStory(PageBox box) =>
        box.Standing().Any(inside => inside.Tag is "h1" or "main" || inside.Has(Signals.StatedBody)
            || (inside.Tag == "article" && !inside.Has(Signals.Comments) && !box.Has(Signals.Comments)));

    private static bool SpeaksOfConsent(PageBox box)
    {
        if (box.Chars > LongestPanel) return false;
        if (box.Chars < LongestLine && HasButton(box) && PlainText.Of(box).Contains("cookie", StringComparison.OrdinalIgnoreCase)) return true;
        var text = PlainText.Of(box).ToLowerInvariant().Replace('’', '\'');
        var found = ConsentWords.Select(word => text.AsSpan().Count(word)).Where(times => times > 0).ToList();
        return found.Count >= FewestConsentWords && found.Sum() * CharactersAWord >= box.Chars;
    }

    private static bool Offers(PageBox box) => box.Chars < LongestOffer && PageWords.SpeaksToReaders(PlainText.Of(box));
}
