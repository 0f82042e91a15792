using System.Globalization;
using Aggregator.Curation;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/sections/{id}</c>: saves one section, credits an article of its pad, moves it, takes it away.</summary>
internal static class SectionFormHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sections/{id:guid}", SaveAsync).For(Contributor);
        app.MapGet("/sections/{id:guid}/remove", AskAsync).For(Editor);
        app.MapPost("/sections/{id:guid}/remove", RemoveAsync).For(Editor);
        app.MapPost("/sections/{id:guid}/move", MoveAsync).For(Editor);
    }

    /// <param name="credit">An article whose credit goes to the end of the text.</param>
    /// <param name="drop">An article that leaves the pad.</param>
    private static async Task<IResult> SaveAsync(
        Guid id, [FromForm] int version, [FromForm] string? heading, [FromForm] string? text, [FromForm] string? signOff, [FromForm] string? kind, [FromForm] string? owner, [FromForm] string? credit,
        [FromForm] string? drop, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var found = await FindAsync(db, id, stop);
        if (found is null) return Results.NotFound();
        var written = new SectionFields(heading?.Trim() ?? "", await WithCreditAsync(db, text.Lines(), credit.AsNumber(), stop), signOff?.ReplaceLineEndings("\n"), kind?.Trim(), owner.AsNumber());
        var reading = written.Read();
        IReadOnlyList<string> faults = written.Problem(visit) is { } problem ? [problem]
            : [.. reading.Faults.Concat(await MarkTargets.UnknownAsync(db, reading, stop)).OrderBy(fault => fault.Line).Select(fault => fault.Say(visit.Language))];
        if (faults.Count > 0)
            return await editor.ShowAsync(found.Issue, new() { Status = StatusCodes.Status422UnprocessableEntity, Sections = One(id, written), Faults = (id, faults) }, stop);
        var outcome = await db.WriteAsync(inner => StoreAsync(db, id, version, written, drop.AsNumber(), new(visit.AccountId, clock.GetUtcNow()), inner), stop);
        db.ChangeTracker.Clear();
        if (outcome != SaveOutcome.Stale) return editor.After(outcome, found.Issue, Place(found.Section));
        var now = (await FindAsync(db, id, stop))!.Section;
        return Page.Of<StalePage>(
            StatusCodes.Status409Conflict, ("Issue", found.Issue), ("Action", $"/sections/{id}"), ("Version", now.Version),
            ("What", $"Section {(now.Position + 1).ToString(CultureInfo.InvariantCulture)}"), ("Fields", written.Compare(SectionFields.Of(now), visit)));
    }

    private static async Task<SaveOutcome> StoreAsync(
        AggregatorDb db, Guid id, int version, SectionFields written, int? drop, Writing writing, CancellationToken stop)
    {
        var section = await db.Sections.Include(s => s.Pad).FirstOrDefaultAsync(s => s.PublicId == id, stop);
        if (section is null) return SaveOutcome.Missing;
        if (!await db.Issues.AnyAsync(issue => issue.Id == section.IssueId && IssueStates.Open.Contains(issue.State), stop)) return SaveOutcome.Frozen;
        var change = section.Version == version ? written.Apply : await MergedAsync(db, section, version, written, stop);
        if (change is null) return SaveOutcome.Stale;
        if (written.Owner > 0 && !await db.Users.AnyAsync(account => account.Id == written.Owner, stop)) return SaveOutcome.Missing;
        section.Pad.RemoveAll(item => item.ArticleId == drop);
        var isMerged = section.Version != version;
        await EditorialWriting.SectionAsync(db, section, change, writing, stop);
        return isMerged ? SaveOutcome.Merged : SaveOutcome.Saved;
    }

    /// <summary>What was written put together with what was saved meanwhile; null when both changed the same words.</summary>
    private static async Task<Action<Section>?> MergedAsync(AggregatorDb db, Section section, int version, SectionFields written, CancellationToken stop)
    {
        if (await SeenRevisions.SectionAsync(db, section, version, stop) is not { } earlier) return null;
        var mine = new Section { Title = "" };
        earlier.Restore(mine);
        written.Apply(mine);
        return WordsMerge.Of(earlier, SectionSnapshot.Of(mine), SectionSnapshot.Of(section)).Merged is { } merged ? merged.Restore : null;
    }

    private static async Task<IResult> AskAsync(Guid id, AggregatorDb db, CancellationToken stop) => await FindAsync(db, id, stop) is { } found
        ? Page.Of<RemoveSectionPage>(("Section", found.Section), ("Issue", found.Issue)) : Results.NotFound();

    private static async Task<IResult> RemoveAsync(Guid id, [FromForm] int version, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var found = await FindAsync(db, id, stop);
        if (found is null) return Results.NotFound();
        return editor.After(await ReorderAsync(db, found.Issue, new(visit.AccountId, clock.GetUtcNow()), sections => sections.RemoveAll(s => s.PublicId == id && s.Version == version) == 1, stop), found.Issue, "#sections");
    }

    private static async Task<IResult> MoveAsync(Guid id, [FromForm] string? to, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var found = await FindAsync(db, id, stop);
        if (found is null) return Results.NotFound();
        var moved = found.Section.Position + (to == "up" ? -1 : 1);
        var outcome = await ReorderAsync(
            db, found.Issue, new(visit.AccountId, clock.GetUtcNow()),
            sections =>
            {
                if (sections.FindIndex(s => s.PublicId == id) is not (>= 0 and var at) || moved < 0 || moved >= sections.Count) return true;
                var section = sections[at];
                sections.RemoveAt(at);
                sections.Insert(moved, section);
                return true;
            },
            stop);
        return editor.After(outcome, found.Issue, string.Create(CultureInfo.InvariantCulture, $"#s{moved + 1}"));
    }

    /// <summary>Changes which sections there are or their order; <paramref name="change"/> says whether it may.</summary>
    private static Task<SaveOutcome> ReorderAsync(AggregatorDb db, Guid id, Writing writing, Func<List<Section>, bool> change, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var issue = await db.Issues.Include(i => i.Sections).FirstAsync(i => i.PublicId == id, inner);
            if (!IssueStates.IsOpen(issue.State)) return SaveOutcome.Frozen;
            var sections = issue.Sections.OrderBy(section => section.Position).ToList();
            if (!change(sections)) return SaveOutcome.Stale;
            var gone = issue.Sections.Except(sections).ToList();
            foreach (var section in gone) await EditorialWriting.RemoveAsync(db, issue, section, writing, inner);
            if (gone.Count == 0) await EditorialWriting.IssueAsync(db, issue, _ => EditorialWriting.Renumber(sections), writing, inner);
            return SaveOutcome.Saved;
        },
        stop);

    private static async Task<FoundSection?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop)
    {
        var section = await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.PublicId == id, stop);
        return section is null ? null : new(section, await db.Issues.Where(issue => issue.Id == section.IssueId).Select(issue => issue.PublicId).FirstAsync(stop));
    }

    private static async Task<string> WithCreditAsync(AggregatorDb db, string text, int? credit, CancellationToken stop)
    {
        var outlet = await (from article in db.Articles
                            join source in db.Sources on article.SourceId equals source.Id
                            where article.Id == credit
                            select source.Name).FirstOrDefaultAsync(stop);
        return outlet is null ? text : $"{text.TrimEnd()} {SectionText.Credit(credit!.Value, outlet)}".TrimStart();
    }

    private static Dictionary<Guid, SectionFields> One(Guid id, SectionFields fields) => new() { [id] = fields };

    private static string Place(Section section) => string.Create(CultureInfo.InvariantCulture, $"#s{section.Position + 1}");

    private sealed record FoundSection(Section Section, Guid Issue);
}
