using Aggregator.Reading.Pages;

namespace Aggregator.Sources;

/// <summary>What <c>feeds.json</c> says: the sources that can be followed, and everything in it that cannot be used.</summary>
/// <param name="Entries">The sound entries in the order of the file; no two have one address.</param>
/// <param name="Problems">The faults in the order of the file; empty when all of it was understood.</param>
public sealed record SourceFileReading(IReadOnlyList<SourceEntry> Entries, IReadOnlyList<SourceProblem> Problems);

/// <summary>One source as the file names it.</summary>
/// <param name="Url">An absolute http or https address, trimmed, otherwise as written.</param>
/// <param name="Name">What the desk calls the source; never empty.</param>
/// <param name="Language">A BCP 47 tag in the usual case ("fr", "fr-CA"), or null when the file leaves it open.</param>
/// <param name="Topics">Trimmed, never empty strings, each once; the list may be empty.</param>
/// <param name="Kind">"auto" (the default: look and decide), "feed" or "page".</param>
/// <param name="Weight">How much the source counts in ranking: 0.1 to 10, default 1.</param>
/// <param name="Interval">Time between two polls, 15 minutes to 24 hours; null leaves it to the schedule.</param>
/// <param name="Line">1-based line of the file where the entry begins.</param>
public sealed record SourceEntry(
    string Url,
    string Name,
    string? Language,
    IReadOnlyList<string> Topics,
    string Kind,
    double Weight,
    TimeSpan? Interval,
    int Line)
{
    /// <summary>Days its articles are kept, 0 to 36500; 0 keeps them for ever, null leaves it to the desk.</summary>
    public int? KeepDays { get; init; }

    /// <summary>Articles that are kept of it, the latest; 0 keeps all, null leaves it to the desk.</summary>
    public int? KeepArticles { get; init; }

    /// <summary>How its page is read; null leaves it to the desk.</summary>
    public PageRules? Rules { get; init; }
}

/// <summary>A fault in the file.</summary>
/// <param name="Line">1-based line of the faulty key or value; for something that is missing, the line where its entry begins.</param>
/// <param name="Message">One sentence for the person who edits the file: what is wrong and what to write instead.</param>
public sealed record SourceProblem(int Line, string Message);
