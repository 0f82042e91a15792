using Aggregator.Reading.Articles.Quotes;

namespace Aggregator.Tests.Reading.Articles.Quotes;

/// <summary>Counts quotes found and speakers named against labels.</summary>
internal sealed record QuoteTally
{
    public int Quotes { get; private set; }

    public int Found { get; private set; }

    public int Extra { get; private set; }

    public int Named { get; private set; }

    public int Given { get; private set; }

    public int Right { get; private set; }

    public void Count(IEnumerable<FoundQuote> found, IReadOnlyList<(string Begins, string? Speaker)> labels)
    {
        var rest = found.ToList();
        Quotes += labels.Count;
        Named += labels.Count(label => label.Speaker is not null);
        foreach (var (begins, speaker) in labels)
        {
            if (rest.Find(quote => Plain(quote.Text).StartsWith(Plain(begins), StringComparison.Ordinal)) is not { } match) continue;
            rest.Remove(match);
            Found++;
            if (match.Speaker is not null) Given++;
            if (match.Speaker is not null && match.Speaker == speaker) Right++;
        }

        Extra += rest.Count;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
