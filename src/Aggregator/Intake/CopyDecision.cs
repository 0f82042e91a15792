using Aggregator.Reading.Duplicates;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>What is to be written about a batch of texts, decided on what the database held at one moment.</summary>
internal sealed class CopyDecision
{
    private readonly int turn;
    private readonly IReadOnlyList<int> waiting;
    private readonly ComparedTexts compared;
    private readonly Dictionary<int, CopyText> originals = [];
    private readonly Dictionary<int, IReadOnlyList<CopyText>> sites = [];
    private readonly BandIndex batch = new();
    private readonly List<CopyEdge> edges = [];

    private CopyDecision(int turn, IReadOnlyList<int> waiting, ComparedTexts compared) => (this.turn, this.waiting, this.compared) = (turn, waiting, compared);

    /// <summary>The articles it is about.</summary>
    public IReadOnlyList<int> Waiting => waiting;

    /// <summary>Compares the earliest that wait. Only reads.</summary>
    /// <param name="most">So many.</param>
    /// <param name="compared">What was compared before.</param>
    /// <returns>Null when nobody waits.</returns>
    public static async Task<CopyDecision?> MakeAsync(SqlSession session, int most, ComparedTexts compared, CancellationToken stop)
    {
        var before = await session.CountAsync("SELECT turn FROM copy_turn", [], stop);
        var next = await CopyRows.WaitingAsync(session, most, stop);
        if (next.Count == 0) return null;
        var decision = new CopyDecision(before, next, compared);
        await decision.CompareAsync(session, stop);
        return decision;
    }

    /// <summary>Writes it down, if nobody else has decided since.</summary>
    /// <returns>How many copies there are more; 0 also when it came too late.</returns>
    public async Task<int> StoreAsync(SqlSession session, CancellationToken stop)
    {
        if (await session.RunAsync("UPDATE copy_turn SET turn = @next WHERE turn = @turn", [("next", (turn + 1) % int.MaxValue), ("turn", turn)], stop) == 0) return 0;
        await CopyRows.InsertAsync(session, edges, stop);
        await session.RemoveBandsAsync([.. edges.Select(edge => edge.Article), .. waiting], stop);
        var fresh = waiting.Where(originals.ContainsKey).Select(id => originals[id]).Where(text => text.Fingerprint is not null);
        await session.AddBandsAsync([.. fresh.Select(text => (text.Id, text.Fingerprint!.Value.BandKeys()))], stop);
        await session.RunAsync($"DELETE FROM copy_check WHERE {session.Among("article_id", "ids")}", [("ids", session.Keys(waiting))], stop);
        return edges.Count;
    }

    private async Task CompareAsync(SqlSession session, CancellationToken stop)
    {
        var texts = (await CopyRows.ArrivedAsync(session, waiting, stop)).ToDictionary(text => text.Id);
        var bands = await session.FindBandsAsync([.. texts.Values.SelectMany(Keys).Distinct()], BandIndex.MostOfBand, stop);
        var stored = texts.Values.ToDictionary(text => text.Id, text => CandidateOrder.Best(Keys(text).Select(key => bands.GetValueOrDefault(key, []))));
        var missing = stored.Values.SelectMany(ids => ids).Where(id => !texts.ContainsKey(id)).Distinct().ToList();
        foreach (var text in await compared.OfAsync(session, await CopyRows.OriginalsAsync(session, missing, stop), stop)) originals.Add(text.Id, text);
        foreach (var text in texts.Values)
        {
            var candidates = stored[text.Id].Concat(CandidateOrder.Best(Keys(text).Select(key => batch.With(key).ToList())));
            await PlaceAsync(session, text, candidates.Where(id => id != text.Id && originals.ContainsKey(id)).Distinct().Order(), stop);
        }
    }

    /// <summary>The earliest it is like is its original; if all came later, they are its copies.</summary>
    /// <param name="candidates">In the order of arrival.</param>
    private async Task PlaceAsync(SqlSession session, CopyText text, IEnumerable<int> candidates, CancellationToken stop)
    {
        var later = new List<CopyEdge>();
        foreach (var candidate in candidates.Select(id => originals[id]).ToList())
        {
            if (await ScoreAsync(session, text, candidate, stop) is not { } score) continue;
            if (candidate.Id < text.Id)
            {
                edges.Add(new(text.Id, candidate.Id, score));
                return;
            }

            later.Add(new(candidate.Id, text.Id, score));
        }

        edges.AddRange(later);
        foreach (var edge in later) originals.Remove(edge.Article);
        originals[text.Id] = text;
        if (text.Fingerprint is { } fingerprint) batch.Add(text.Id, fingerprint);
    }

    private async Task<double?> ScoreAsync(SqlSession session, CopyText text, CopyText candidate, CancellationToken stop)
    {
        if (SharedPage.AreOfOne(text.UrlKey, candidate.UrlKey) || !DuplicateRule.CanBeCopies(text.Words, candidate.Words)) return null;
        var around = (await SiteAsync(session, text.SourceId, stop)).Concat(await SiteAsync(session, candidate.SourceId, stop));
        return DuplicateRule.CopyScore(
            text.Words, candidate.Words, around.Where(other => other.Id != text.Id && other.Id != candidate.Id).DistinctBy(other => other.Id).Select(other => other.Words));
    }

    private async Task<IReadOnlyList<CopyText>> SiteAsync(SqlSession session, int source, CancellationToken stop) =>
        sites.TryGetValue(source, out var known) ? known : sites[source] = await compared.OfAsync(session, await CopyRows.OfSourceAsync(session, source, stop), stop);

    private static long[] Keys(CopyText text) => text.Fingerprint?.BandKeys() ?? [];
}
