using AngleSharp.Css.Parser;

namespace Aggregator.Reading.Pages;

/// <summary>
/// CSS selectors (Selectors Level 4) by which a person corrects how a page is read. Each is optional; without <see cref="List"/> the page
/// is parted as always, and the others correct the entries.
/// </summary>
public sealed record PageRules
{
    /// <summary>Each match is one entry.</summary>
    public string? List { get; init; }

    /// <summary>Within an entry: the link to its article.</summary>
    public string? Link { get; init; }

    /// <summary>Within an entry: its title.</summary>
    public string? Title { get; init; }

    /// <summary>Within an entry: its date.</summary>
    public string? Date { get; init; }

    /// <summary>Within an entry: its text.</summary>
    public string? Body { get; init; }

    /// <summary>What is taken off the page before anything is read.</summary>
    public string? Remove { get; init; }

    /// <summary>No rule at all.</summary>
    public bool IsEmpty => Named.All(rule => rule.Selector is null);

    /// <summary>The rules with the names they have everywhere.</summary>
    public IEnumerable<(string Name, string? Selector)> Named =>
        [("list", List), ("link", Link), ("title", Title), ("date", Date), ("body", Body), ("remove", Remove)];

    /// <summary>The names of the rules that are no selectors, or longer than 500 characters.</summary>
    public IReadOnlyList<string> Faulty => [.. Named.Where(rule => rule.Selector is not null && !IsSelector(rule.Selector)).Select(rule => rule.Name)];

    /// <summary>Whether a text is a selector that can be used.</summary>
    public static bool IsSelector(string text)
    {
        if (text.Length is 0 or > 500) return false;
        return new CssSelectorParser().ParseSelector(text) is not null;
    }
}
