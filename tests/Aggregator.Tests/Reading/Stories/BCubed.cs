namespace Aggregator.Tests.Reading.Stories;

/// <summary>Bagga and Baldwin 1998: precision and recall of each article's story, averaged over the articles.</summary>
internal sealed record BCubed(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static BCubed Of(IReadOnlyCollection<(string Gold, int Found)> articles)
    {
        var gold = articles.CountBy(article => article.Gold).ToDictionary();
        var found = articles.CountBy(article => article.Found).ToDictionary();
        var both = articles.CountBy(article => article).ToList();
        return new(
            both.Sum(cell => (double)cell.Value * cell.Value / found[cell.Key.Found]) / articles.Count,
            both.Sum(cell => (double)cell.Value * cell.Value / gold[cell.Key.Gold]) / articles.Count);
    }
}
