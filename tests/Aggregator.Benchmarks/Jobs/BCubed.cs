namespace Aggregator.Benchmarks.Jobs;

/// <summary>Bagga and Baldwin 1998: precision and recall of each text's story, averaged over the texts.</summary>
internal sealed record BCubed(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static BCubed Of(List<(string Gold, int Found)> texts)
    {
        var gold = texts.CountBy(text => text.Gold).ToDictionary();
        var found = texts.CountBy(text => text.Found).ToDictionary();
        var both = texts.CountBy(text => text).ToList();
        return new(
            both.Sum(cell => (double)cell.Value * cell.Value / found[cell.Key.Found]) / texts.Count,
            both.Sum(cell => (double)cell.Value * cell.Value / gold[cell.Key.Gold]) / texts.Count);
    }
}
