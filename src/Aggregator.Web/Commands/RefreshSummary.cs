using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Sources;

namespace Aggregator.Web.Commands;

/// <summary>Counts what a refresh brought, told by many workers at once.</summary>
internal sealed class RefreshSummary
{
    private readonly ConcurrentQueue<PollOutcome> failed = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private int read, unchanged, entries, newArticles, changed, copies, pagesRead, pagesFailed, pagesWaiting;
    private TimeSpan took;

    public static JsonSerializerOptions JsonForm { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Visited => read + unchanged + failed.Count;

    public int Pages => pagesRead + pagesFailed;

    public IReadOnlyCollection<PollOutcome> Failed => failed;

    public void Add(PollOutcome outcome)
    {
        Interlocked.Add(ref entries, outcome.Entries);
        Interlocked.Add(ref newArticles, outcome.NewArticles);
        Interlocked.Add(ref changed, outcome.ChangedArticles);
        Interlocked.Add(ref copies, outcome.Copies);
        if (outcome.Kind == PollKind.Failed) failed.Enqueue(outcome);
        else if (outcome.Kind == PollKind.Read) Interlocked.Increment(ref read);
        else Interlocked.Increment(ref unchanged);
    }

    /// <summary>Copies that only a comparison of the texts could find.</summary>
    public void AddCopies(int found) => Interlocked.Add(ref copies, found);

    public void AddPage(bool isWhole)
    {
        if (isWhole) Interlocked.Increment(ref pagesRead);
        else Interlocked.Increment(ref pagesFailed);
    }

    /// <summary>What could not be stored, in one sentence; null when all was.</summary>
    public string? LossMessage { get; private set; }

    /// <summary>Notes work whose outcome could not be stored: it is due again.</summary>
    public void Lose(int faults, Exception? why)
    {
        if (faults > 0) LossMessage = Invariant($"{faults} outcomes could not be stored ({(why?.InnerException ?? why)?.Message}): free the disk or its lock and run refresh again; nothing is lost.");
    }

    public void Finish(int waiting)
    {
        pagesWaiting = waiting;
        took = Stopwatch.GetElapsedTime(started);
    }

    public object ToJson() => new
    {
        Sources = Visited,
        Read = read,
        Unchanged = unchanged,
        Entries = entries,
        NewArticles = newArticles,
        ChangedArticles = changed,
        Copies = copies,
        Pages = new { Read = pagesRead, Failed = pagesFailed, Waiting = pagesWaiting },
        Seconds = Math.Round(took.TotalSeconds, 3),
        Failed = failed.OrderBy(outcome => outcome.SourceId).Select(outcome => new
        {
            Source = outcome.SourceId, outcome.Name, Error = outcome.Error.ToString(), Detail = outcome.ErrorDetail, Message = Sentence(outcome),
        }),
    };

    public void Print(TextWriter output)
    {
        if (Visited == 0) output.WriteLine("Nothing was visited: no source is due (refresh --all visits the others too), another process is at it, or its server asked us to wait.");
        else output.WriteLine(Invariant($"{Visited} sources visited in {took.TotalSeconds:0.0} s: {read} read, {unchanged} unchanged, {failed.Count} failed."));
        if (Visited > 0) output.WriteLine(Invariant($"{entries} entries, {newArticles} new articles, {copies} of them copies, {changed} changed by their publishers."));
        if (Pages > 0) output.WriteLine(Invariant($"{pagesRead} pages read, {pagesFailed} could not be."));
        if (pagesWaiting > 0) output.WriteLine(Invariant($"{pagesWaiting} pages are still to be read: `serve` does it, or refresh --wait."));
        if (IsNetworkAway)
        {
            output.WriteLine($"  {NetworkWords.Say(failed.Count, "en")}");
            return;
        }

        foreach (var outcome in failed.OrderBy(outcome => outcome.SourceId))
            output.WriteLine(Invariant($"  failed: {outcome.Name} (source {outcome.SourceId}): {Sentence(outcome)}"));
    }

    /// <summary>Nothing answered, at any of several sources: that is said once.</summary>
    private bool IsNetworkAway =>
        failed.Count > 1 && failed.Count == Visited && failed.All(outcome => NetworkOutage.IsOnTheWay(outcome.Error));

    private static string Sentence(PollOutcome outcome) => PollErrorWords.Say(outcome.Error, outcome.ErrorDetail, "en");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
