using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Pages;

/// <summary>
/// Recognises a page that only says that there is nothing: no results, not found, sign in first. It is short, states neither author nor
/// date, and asks for something in a
/// form of its own, or is called so.
/// </summary>
internal static class NothingFound
{
    /// <summary>Characters; such pages are three sentences and a form.</summary>
    private const int LongestText = 600;

    private const string Asking = "input[type=search],input[type=password],input[type=email],input[name=q],input[name=s],form[role=search] input";

    private static readonly string[] Names = ["noresult", "noresults", "notfound", "error404", "emptystate", "nocontent", "aucunresultat",
        "nothingfound"];

    /// <param name="document">The page.</param>
    /// <param name="article">What was read of it as an article.</param>
    public static bool Is(IHtmlDocument document, ArticleReading article)
    {
        if (article.Text.Length > LongestText || article.Published is not null || article.Authors.Count > 0) return false;
        return document.QuerySelectorAll("[class]").Take(2_000).Any(IsCalledSo)
            || document.QuerySelectorAll(Asking).Take(50)
                .Any(input => input.Closest("header,footer,nav,aside") is null && input.Closest("main,article,body") is not null);
    }

    private static bool IsCalledSo(IElement element) =>
        element.ClassList.Any(name => Names.Contains(Phrases.Letters(name), StringComparer.Ordinal));
}
