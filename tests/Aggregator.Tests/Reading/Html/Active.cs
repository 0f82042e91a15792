using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Aggregator.Tests.Reading.Html;

/// <summary>Looks with a parser of its own for anything that could run, fetch or lead somewhere unwanted.</summary>
internal static class Active
{
    private static readonly HashSet<string> Allowed =
    [
        "href", "rel", "src", "alt", "title", "width", "height", "loading", "referrerpolicy", "colspan", "rowspan", "scope", "datetime", "start", "reversed", "value", "cite", "lang", "dir",
    ];

    private static readonly HashSet<string> Forbidden =
        [.. "script style iframe object embed link meta base form input button textarea select svg math template noscript video audio source frame frameset applet xmp plaintext".Split(' ')];

    public static void AssertNone(string html, string label)
    {
        foreach (var element in new HtmlParser().ParseDocument("<body><div>" + html + "</div>").Body!.QuerySelectorAll("*"))
        {
            Assert.False(Forbidden.Contains(element.LocalName), $"<{element.LocalName}> in {label}: {html}");
            foreach (var attribute in element.Attributes)
            {
                Assert.True(Allowed.Contains(attribute.Name), $"{attribute.Name} in {label}: {html}");
                if (attribute.Name is "href" or "src" or "cite")
                    Assert.True(attribute.Value.StartsWith("http://", StringComparison.Ordinal) || attribute.Value.StartsWith("https://", StringComparison.Ordinal)
                        || attribute.Value.StartsWith("mailto:", StringComparison.Ordinal), $"{attribute.Value} in {label}");
            }
        }
    }
}
