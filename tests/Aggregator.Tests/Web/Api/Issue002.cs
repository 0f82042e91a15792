using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aggregator.Tests.Web.Api;

/// <summary>The seed issue of 6 March 2020, as taken apart by hand: its words, and what marks lie on them.</summary>
internal sealed partial class Issue002
{
    /// <summary>The places where a link swallowed the space beside it, and how they read when it is there.</summary>
    public static readonly (string Glued, string Parted)[] Gluings =
    [
        ("Le MondeUn succès", "Le Monde Un succès"), ("leBlog du", "le Blog du"), ("La Croix« Ce", "La Croix « Ce"), ("rapporteLe Monde", "rapporte Le Monde"),
        ("Le Monde.Or,s’époumonent", "Le Monde. Or, s’époumonent"), ("ZuckerbergDes idées", "Zuckerberg Des idées"),
    ];

    private readonly JsonElement issue;

    private Issue002(JsonElement issue) => this.issue = issue;

    public static Issue002 Read()
    {
        using var seed = JsonDocument.Parse(File.ReadAllText(Shared.Path("corpus", "seeds", "expected-002.json")));
        return new(seed.RootElement.GetProperty("issue").Clone());
    }

    public string Title => issue.GetProperty("title").GetString()!;

    public string Intro => issue.GetProperty("intro").GetString()!;

    public IReadOnlyList<Section002> Sections => [.. issue.GetProperty("sections").EnumerateArray().Select(section => new Section002(section))];

    /// <summary>The body of the request that makes it.</summary>
    public object Request => new
    {
        title = Title, intro = Intro, date = "2020-03-06T08:00:00Z",
        bylines = issue.GetProperty("authors").EnumerateArray().Select(author => new
        {
            name = author.GetProperty("displayName").GetString(), role = author.GetProperty("role").GetString(), division = author.GetProperty("division").GetString(),
        }),
    };

    /// <summary>Words without the white space between them; what differs by it alone is the same.</summary>
    public static string Folded(string text) => White().Replace(text, " ").Trim();

    /// <summary>The same words with the six gluings parted.</summary>
    public static string Parted(string text) => Gluings.Aggregate(text, (parted, gluing) => parted.Replace(gluing.Glued, gluing.Parted, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex White();
}

/// <summary>One section of it.</summary>
internal sealed class Section002(JsonElement section)
{
    public string Heading => section.GetProperty("heading").GetString()!;

    public string? SignOff => section.GetProperty("signOff").GetString();

    /// <summary>Its paragraphs; a sign-off that ends the last one stands by itself.</summary>
    public IReadOnlyList<string> Paragraphs
    {
        get
        {
            var paragraphs = section.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()!).ToList();
            if (SignOff is { } end && paragraphs[^1].EndsWith(end, StringComparison.Ordinal)) paragraphs[^1] = paragraphs[^1][..^end.Length].TrimEnd();
            return paragraphs;
        }
    }

    /// <summary>All its words, in order.</summary>
    public string Words => Issue002.Folded(string.Join(' ', [.. Paragraphs, SignOff ?? ""]));

    public IReadOnlyList<string> Quotes => [.. section.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("text").GetString()!)];

    /// <summary>The body of the request that makes it.</summary>
    /// <param name="earlier">The issue of 14 February.</param>
    /// <param name="articleOf">The article a quote is taken from; null when there is none.</param>
    public object Request(string earlier, Func<string, int?> articleOf) => new
    {
        title = Heading, kind = section.GetProperty("kind").GetString(),
        blocks = Paragraphs.Select((paragraph, at) => new { kind = "paragraph", spans = Spans(paragraph, Marks(at, paragraph, earlier, articleOf)) }),
        signOff = SignOff is null ? [] : Spans(SignOff, Marks(null, SignOff, earlier, articleOf)),
    };

    private IEnumerable<(int Start, int Length, object Mark)> Marks(int? paragraph, string text, string earlier, Func<string, int?> articleOf)
    {
        foreach (var quote in Of("quotes", paragraph))
        {
            var words = quote.GetProperty("text").GetString()!;
            yield return (text.IndexOf(words, StringComparison.Ordinal), words.Length, Quote(quote, articleOf(words)));
        }

        var from = 0;
        foreach (var credit in Of("sourceCredits", paragraph))
        {
            var anchor = credit.GetProperty("anchorText").GetString()!;
            var start = text.IndexOf(anchor, from, StringComparison.Ordinal);
            from = start + anchor.Length;
            yield return (start, anchor.Length, new { kind = "credit", source = credit.GetProperty("source").GetString(), wording = credit.GetProperty("creditVerb").GetString(), evidence = NoArticle });
        }

        foreach (var link in Of("otherLinks", paragraph))
            yield return (text.IndexOf(link.GetProperty("anchorText").GetString()!, StringComparison.Ordinal), link.GetProperty("anchorText").GetString()!.Length, new { kind = "link", evidence = NoArticle });
        foreach (var reference in Of("crossReferences", paragraph))
            yield return (text.IndexOf(reference.GetProperty("anchorText").GetString()!, StringComparison.Ordinal), reference.GetProperty("anchorText").GetString()!.Length, new { kind = "issue", issueId = earlier });
    }

    private static object NoArticle => new { kind = "none", reason = "Le lien d’origine n’est pas conservé." };

    private static object Quote(JsonElement quote, int? article)
    {
        var (speaker, role, source) = (quote.GetProperty("speaker").GetString(), quote.GetProperty("speakerRole").GetString(), quote.GetProperty("viaSource").GetString());
        if (article is not null) return new { kind = "quote", articleId = article, speaker, role };
        var reason = source is null ? "Aucune source n’est nommée." : $"L’article de {source} n’est pas conservé.";
        return new { kind = "quote", speaker, role, evidence = new { kind = "none", reason } };
    }

    private IEnumerable<JsonElement> Of(string list, int? paragraph) => section.GetProperty(list).EnumerateArray().Where(item =>
        item.GetProperty("paragraph") is { ValueKind: JsonValueKind.Number } place ? place.GetInt32() == paragraph : paragraph is null);

    private static List<object> Spans(string text, IEnumerable<(int Start, int Length, object Mark)> marks)
    {
        var spans = new List<object>();
        var at = 0;
        foreach (var (start, length, mark) in marks.OrderBy(mark => mark.Start))
        {
            Assert.True(start >= at, text);
            if (start > at) spans.Add(new { text = text[at..start] });
            spans.Add(new { text = text.Substring(start, length), marks = new[] { mark } });
            at = start + length;
        }

        if (at < text.Length) spans.Add(new { text = text[at..] });
        return spans;
    }
}
