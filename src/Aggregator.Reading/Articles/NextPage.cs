using System.Globalization;

namespace Aggregator.Reading.Articles;

/// <summary>
/// Finds the next page of an article that its publisher cut into several. What counts is the address, not the words of the link: it must be the article's own with
/// the next number, for <c>rel=next</c> leads as often to another article.
/// </summary>
internal static class NextPage
{
    /// <summary>The highest page number looked for.</summary>
    public const int Last = 20;

    /// <param name="links">The addresses the page links to, as written.</param>
    /// <param name="page">What they are relative to.</param>
    /// <param name="first">The address of the article's first page.</param>
    /// <param name="number">Which page is wanted: 2 or more.</param>
    public static Uri? Of(IEnumerable<string> links, Uri? page, Uri first, int number)
    {
        if (page is null || number > Last) return null;
        var wanted = Forms(first, number.ToString(CultureInfo.InvariantCulture));
        foreach (var link in links)
            if (Html.BaseAddress.Resolve(page, link) is { } found && found.Host == first.Host && Array.Exists(wanted, form => form == Plain(found))) return found;
        return null;
    }

    // "/story/2", "/story/page/2", "/story?page=2", "/story-2.html"
    private static string[] Forms(Uri first, string number)
    {
        var path = first.AbsolutePath.TrimEnd('/');
        var query = first.Query.TrimStart('?');
        var dot = path.LastIndexOf('.');
        var joined = query.Length == 0 ? "?" : first.Query + "&";
        string[] forms = [$"{path}{joined}page={number}", $"{path}{joined}pg={number}", $"{path}{joined}pagenum={number}"];
        // A home page's second page is no article's.
        if (path.Length == 0) return [];
        forms = [.. forms, $"{path}/{number}{first.Query}", $"{path}/page/{number}{first.Query}", $"{path}/p{number}{first.Query}"];
        return dot > path.LastIndexOf('/')
            ? [.. forms, .. new[] { "-", "_", "," }.Select(joint => $"{path[..dot]}{joint}{number}{path[dot..]}{first.Query}")] : forms;
    }

    private static string Plain(Uri address) => address.AbsolutePath.TrimEnd('/') + address.Query;
}
