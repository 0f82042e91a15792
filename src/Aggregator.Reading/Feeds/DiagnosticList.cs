namespace Aggregator.Reading.Feeds;

/// <summary>Collects what is wrong with one feed: the first of each kind, because a broken feed repeats itself.</summary>
internal sealed class DiagnosticList
{
    private readonly List<FeedDiagnostic> found = [];

    /// <summary>True once something breaks the rules of the format itself, not only a value in it.</summary>
    public bool Malformed { get; private set; }

    public IReadOnlyList<FeedDiagnostic> Items => found;

    public bool Has(string code)
    {
        foreach (var diagnostic in found)
        {
            if (diagnostic.Code == code) return true;
        }

        return false;
    }

    /// <summary>Notes a breach of the format.</summary>
    public void Break(string code, string message, int? line = null)
    {
        Malformed = true;
        Note(code, message, line);
    }

    /// <summary>Notes something odd that breaks no rule of the format.</summary>
    public void Note(string code, string message, int? line = null)
    {
        if (!Has(code)) found.Add(new FeedDiagnostic(code, message, line));
    }
}
