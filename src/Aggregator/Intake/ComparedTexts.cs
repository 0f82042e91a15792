using Aggregator.Reading.Duplicates;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>
/// Texts that were compared lately, known by article and hash of the text: an agency's text, and what tells the wrapper of its outlets, is asked
/// for again with each of its copies. For one comparison at a time.
/// </summary>
internal sealed class ComparedTexts
{
    /// <summary>About 12 MB.</summary>
    private const int Most = 4_000;

    private readonly Dictionary<(int Article, long Hash), ComparedText> known = [];

    /// <summary>The texts of these rows, in their order; those that are not known are read.</summary>
    public async Task<IReadOnlyList<CopyText>> OfAsync(SqlSession session, IReadOnlyList<CopyRow> rows, CancellationToken stop)
    {
        if (known.Count > Most) known.Clear();
        var missing = rows.Where(row => !known.ContainsKey(row.Key)).ToDictionary(row => row.Id);
        if (missing.Count > 0)
        {
            // Hashes as they were a moment ago: a text that has changed since waits to be compared itself.
            foreach (var (id, text) in await CopyRows.TextsAsync(session, missing.Keys, stop)) known[missing[id].Key] = ComparedText.Of(text);
        }

        return
        [
            .. from row in rows
               where known.ContainsKey(row.Key)
               select new CopyText(row.Id, row.SourceId, row.UrlKey, known[row.Key]),
        ];
    }
}
