using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>
/// The publication that the title of a link names at its end ("… | Ars Technica"). A dash also stands before a day or a subtitle, so the
/// host of the link must agree: "The New York Times" and nytimes.com, "Federal Trade Commission" and ftc.gov.
/// </summary>
internal static class PublisherName
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " : ", " // "];

    /// <summary>The name, or null when the title ends otherwise.</summary>
    public static string? Of(string title, string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        var plain = title.Replace('\u00A0', ' ').Replace('\u202F', ' ');
        foreach (var separator in Separators)
        {
            var at = plain.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var name = plain[(at + separator.Length)..].Trim();
            if (name.Length is > 1 and < 60 && Fits(name, address.Host)) return name;
        }

        return null;
    }

    /// <summary>Whether a name agrees with the host of an address.</summary>
    public static bool Agrees(string name, string? url) => url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && Fits(name, address.Host);

    private static bool Fits(string name, string host)
    {
        var words = name.Split([' ', '-', '.', '\'', '’', '@'], StringSplitOptions.RemoveEmptyEntries).Select(Phrases.Letters).Select(Folded).Where(word => word.Length > 0).ToArray();
        return host.ToLowerInvariant().Split('.').SkipLast(1).Where(label => label is not ("www" or "m" or "co" or "com")).Select(label => Folded(Phrases.Letters(label)))
            .Any(label => label.Length > 1 && Enumerable.Range(0, Math.Min(words.Length, 3)).Any(skip => IsMadeOf(label, words, skip)));
    }

    // The label is a chain of beginnings of the words, in order: n-y-times, f-t-c, arstechnica. It may leave out words at the ends.
    private static bool IsMadeOf(string label, string[] words, int first)
    {
        if (label.Length < 3 && words.Length - first != label.Length) return false;
        var reached = new HashSet<int> { 0 };
        for (var i = first; i < words.Length; i++)
        {
            var next = new HashSet<int>();
            foreach (var at in reached)
                for (var take = 1; take <= words[i].Length && at + take <= label.Length && words[i][take - 1] == label[at + take - 1]; take++) next.Add(at + take);
            if (next.Contains(label.Length)) return i == words.Length - 1 || label.Length >= 4;
            if (i == first && next.Count == 0) return false;
            reached = next;
        }

        return false;
    }

    private static string Folded(string text) => Text.FoldedText.Of(text).Replace(" ", "", StringComparison.Ordinal);
}
