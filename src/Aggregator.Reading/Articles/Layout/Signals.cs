using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>What the class, id, role and itemprop of an element hint at.</summary>
[Flags]
internal enum Signals
{
    None = 0,
    Body = 1 << 0,
    Share = 1 << 1,
    Related = 1 << 2,
    Comments = 1 << 3,
    Navigation = 1 << 4,
    Promotion = 1 << 5,
    Byline = 1 << 6,
    Date = 1 << 7,
    Labels = 1 << 8,
    Caption = 1 << 9,
    Contents = 1 << 10,
    Legal = 1 << 11,
    Biography = 1 << 12,
    Aside = 1 << 13,
    Subject = 1 << 14,
    Substance = 1 << 15,
    Embed = 1 << 16,

    /// <summary>itemprop="articleBody": said outright, not hinted at.</summary>
    StatedBody = 1 << 17,

    /// <summary>A panel that asks for consent, by the name of its tool or of the law.</summary>
    Consent = 1 << 18,

    /// <summary>A dialog over the page.</summary>
    Dialog = 1 << 19,
}

/// <summary>Reads hints from names: each name is cut into words ("post-content", "postContent") and each word looked up once.</summary>
internal static class SignalWords
{
    private static readonly WordList List = WordList.Read("signal-words.txt");

    private static readonly FrozenDictionary<string, Signals> Words = new (Signals Signal, string Words)[]
    {
        (Signals.Body, List.Text("body")),
        (Signals.Share, List.Text("share")),
        (Signals.Related, List.Text("related")),
        (Signals.Comments, List.Text("comments")),
        (Signals.Navigation, List.Text("navigation")),
        (Signals.Promotion, List.Text("promotion")),
        (Signals.Byline, List.Text("byline")),
        (Signals.Date, List.Text("date")),
        (Signals.Labels, List.Text("labels")),
        (Signals.Caption, List.Text("caption")),
        (Signals.Contents, List.Text("contents")),
        (Signals.Legal, List.Text("legal")),
        (Signals.Biography, List.Text("biography")),
        (Signals.Aside, List.Text("aside")),
        (Signals.Subject, List.Text("subject")),
        (Signals.Substance, List.Text("substance")),
        (Signals.Embed, List.Text("embed")),
        (Signals.Consent, string.Join(' ', WordList.Read("consent-words.txt")["tool"])),
    }.SelectMany(group => group.Words.Split(' ').Select(word => (word, group.Signal))).ToFrozenDictionary(pair => pair.word, pair => pair.Signal);

    private static readonly FrozenDictionary<string, Signals>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The hints of a class list or an id.</summary>
    public static Signals Of(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 600) return Signals.None;
        var found = Signals.None;
        foreach (var range in names.AsSpan().Split(' '))
            if (names.AsSpan(range) is { Length: > 1 } name) found |= OfName(name);
        return found;
    }

    // "article-body" is the body of an article; "page-content related" is not.
    private static Signals OfName(ReadOnlySpan<char> name)
    {
        // Names of utility styles ("group-hover:text-sm", "md:share") describe looks, not content.
        // The names of page builders' own parts ("elementor-widget") do not either.
        // "has-sidebar", "with-rail" and "no-comments" tell what stands beside or is missing, not what this is.
        if (name.StartsWith("has-") || name.StartsWith("with-") || name.StartsWith("no-") || name.StartsWith("without-")) return Signals.None;
        if (name.Contains(':') || name.Contains('[') || name.StartsWith("elementor-")) return Signals.None;
        var found = Signals.None;
        Span<char> lower = stackalloc char[64];
        foreach (var word in new NameWords(name))
            if (word.Length <= 64 && word.ToLowerInvariant(lower) is >= 0 and var length) found |= At(lower[..length]);
        if (found.HasFlag(Signals.Subject) && found.HasFlag(Signals.Substance)) found |= Signals.Body;
        Span<char> joined = stackalloc char[64];
        return name.Length <= 64 ? found | At(joined[..Squeeze(name, joined)]) : found;
    }

    private static Signals At(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var signal) ? signal : Signals.None;

    private static int Squeeze(ReadOnlySpan<char> name, Span<char> target)
    {
        var length = 0;
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c)) target[length++] = char.ToLowerInvariant(c);
        return length;
    }
}
