using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>The one door to which sections an issue has, and in which order.</summary>
public static class OrderSections
{
    /// <summary>Adds one at the end.</summary>
    /// <param name="issue">Public id of the issue.</param>
    /// <param name="seen">The version of the issue.</param>
    /// <param name="change">Gives the new section its words.</param>
    public static Task<Edited> AddAsync(AggregatorDb db, Guid issue, Seen seen, Action<Section> change, Writing writing, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            var found = await EditIssue.FindAsync(db, issue, inner);
            if (Refusal(found, seen) is { } refusal) return refusal;
            var section = new Section { PublicId = Guid.CreateVersion7(writing.At), Title = "" };
            change(section);
            if (await SectionRules.ProblemAsync(db, SectionSnapshot.Of(section), before: null, inner) is { } fault) return new(EditOutcome.Refused, found) { Fault = fault };
            await EditorialWriting.AddAsync(db, found!, section, writing, inner);
            return new(EditOutcome.Saved, found, section);
        },
        stop);

    /// <summary>Takes one away; its words stay in the history.</summary>
    /// <param name="id">Public id of the section.</param>
    /// <param name="seen">The version of the section.</param>
    public static Task<Edited> RemoveAsync(AggregatorDb db, Guid id, Seen seen, Writing writing, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await IssueOfAsync(db, id, inner) is not { } issue) return new(EditOutcome.Missing);
            var section = issue.Sections.First(section => section.PublicId == id);
            if (Refusal(issue, Seen.Anything) is { } refusal) return refusal;
            if (!seen.Is(section.Version)) return new(EditOutcome.Stale, issue, section);
            await EditorialWriting.RemoveAsync(db, issue, section, writing, inner);
            return new(EditOutcome.Saved, issue);
        },
        stop);

    /// <summary>Gives one another place.</summary>
    /// <param name="id">Public id of the section.</param>
    /// <param name="seen">The version of the issue, whose order changes.</param>
    /// <param name="place">From its place, from 0, to the new one; one that there is not is refused, null leaves all as it is.</param>
    public static Task<Edited> MoveAsync(AggregatorDb db, Guid id, Seen seen, Func<int, int?> place, Writing writing, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            var issue = await IssueOfAsync(db, id, inner);
            if (Refusal(issue, seen) is { } refusal) return refusal;
            var order = issue!.Sections.OrderBy(section => section.Position).ToList();
            var section = order.Find(section => section.PublicId == id)!;
            if (place(section.Position) is not { } to || to < 0 || to >= order.Count)
                return new(EditOutcome.Refused, issue, section) { Fault = new("position", $"Donnez une place de 0 à {order.Count - 1}.", $"Give a place from 0 to {order.Count - 1}.") };
            order.Remove(section);
            order.Insert(to, section);
            await EditorialWriting.IssueAsync(db, issue, _ => EditorialWriting.Renumber(order), writing, inner);
            return new(EditOutcome.Saved, issue, section);
        },
        stop);

    private static async Task<Issue?> IssueOfAsync(AggregatorDb db, Guid section, CancellationToken stop)
    {
        var issue = await db.Issues.Where(issue => issue.Sections.Any(s => s.PublicId == section)).Select(issue => (Guid?)issue.PublicId).FirstOrDefaultAsync(stop);
        return issue is null ? null : await EditIssue.FindAsync(db, issue.Value, stop);
    }

    private static Edited? Refusal(Issue? issue, Seen seen) =>
        issue is null ? new(EditOutcome.Missing)
        : !IssueStates.IsOpen(issue.State) ? new(EditOutcome.Frozen, issue)
        : !seen.Is(issue.Version) ? new(EditOutcome.Stale, issue)
        : null;
}
