namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Keeps a feed of endless items from filling the memory.</summary>
internal sealed class ItemLimit(DiagnosticList diagnostics)
{
    /// <summary>Whether one more item may be read.</summary>
    public bool Take(int have)
    {
        if (have < FeedParser.MaxItems) return true;
        diagnostics.Note("too-many-items", $"The feed has more than {FeedParser.MaxItems} items; the rest was left out.");
        return false;
    }
}
