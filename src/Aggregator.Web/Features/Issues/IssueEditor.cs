using Aggregator.Curation.Checks;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Issues;

/// <summary>Makes the page an issue is written on, with fields as they are stored or as somebody has just written them.</summary>
internal sealed class IssueEditor(AggregatorDb db, Settings settings, Visit visit, PictureLinks pictures, TimeProvider clock)
{
    public static Task<Issue?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) => db.Issues.AsNoTracking()
        .Include(issue => issue.Publication).Include(issue => issue.Rendition).Include(issue => issue.Sections.OrderBy(section => section.Position)).ThenInclude(section => section.Pad)
        .Include(issue => issue.Sections).ThenInclude(section => section.PadStories).AsSplitQuery().FirstOrDefaultAsync(issue => issue.PublicId == id, stop);

    /// <summary>Puts what is in the fields over what is stored, for a preview; paragraphs with a fault are left out.</summary>
    public static void Overlay(Issue issue, IssueFields? fields, IReadOnlyDictionary<Guid, SectionFields> sections)
    {
        fields?.Apply(issue);
        foreach (var section in issue.Sections)
        {
            if (!sections.TryGetValue(section.PublicId, out var given)) continue;
            given.Apply(section);
        }
    }

    public async Task<IResult> ShowAsync(Guid id, EditorState state, CancellationToken stop)
    {
        var issue = await FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var fields = state.Fields ?? IssueFields.Of(issue);
        var sections = issue.Sections.ToDictionary(section => section.PublicId, section => state.Sections.GetValueOrDefault(section.PublicId) ?? SectionFields.Of(section));
        // Of what is stored: an approval would look at that.
        var findings = IssueStates.IsOpen(issue.State) ? await IssueReading.ReviewAsync(db, issue, settings.PublicUrl, clock.GetUtcNow(), stop) : [];
        if (IssueStates.IsOpen(issue.State)) Overlay(issue, state.Fields, state.Sections);
        var preview = !IssueStates.IsOpen(issue.State) && issue.Rendition is { } frozen ? IssuePictures.Show(frozen.Page, pictures) : await PreviewAsync(issue, stop);
        var ids = issue.Sections.SelectMany(section => section.Pad).Select(item => item.ArticleId).Distinct().ToList();
        var articles = await (from article in db.Articles
                              join source in db.Sources on article.SourceId equals source.Id
                              where ids.Contains(article.Id)
                              select new PadArticle(article.Id, article.Title, source.Name, article.Language)).ToDictionaryAsync(article => article.Id, stop);
        var send = await db.Sends.Where(s => s.IssueId == issue.Id).Select(s => (Guid?)s.PublicId).FirstOrDefaultAsync(stop);
        var earlier = await db.Issues.AsNoTracking().Where(i => i.PublicationId == issue.PublicationId && i.Number < issue.Number && IssueStates.Frozen.Contains(i.State))
            .OrderByDescending(i => i.Number).Take(5).ToListAsync(stop);
        var brought = await db.EarlierIssues.AsNoTracking().OrderByDescending(known => known.Day).Take(5)
            .Join(db.Articles, known => known.ArticleId, article => article.Id, (known, article) => new BroughtIssue(known.PublicId, article.Title, article.Url, known.Day))
            .ToListAsync(stop);
        return Page.Of<IssueEditPage>(state.Status, ("View", new IssueEditView(issue, fields, sections, findings, new MarkupString(preview), articles, earlier, [.. brought.OrderByDescending(known => known.Day)], send, state, await db.Users.OrderBy(account => account.Name).Select(account => new TeamMember(account.Id, account.Name)).ToListAsync(stop))));
    }

    /// <summary>The issue's page as it would be.</summary>
    public async Task<string> PreviewAsync(Issue issue, CancellationToken stop) => IssuePictures.Show(PageForm.Write(await EditionReader.ReadAsync(db, issue, settings.PublicUrl, stop)), pictures);

    /// <summary>Where one goes after a write.</summary>
    public IResult After(EditOutcome outcome, Guid id, string place) => outcome switch
    {
        EditOutcome.Saved => Results.LocalRedirect($"/issues/{id}/edit?saved={Uri.EscapeDataString(place.TrimStart('#'))}{place}"),
        EditOutcome.Merged => Results.LocalRedirect($"/issues/{id}/edit?saved={Uri.EscapeDataString(place.TrimStart('#'))}&merged=true{place}"),
        EditOutcome.Missing => Results.NotFound(),
        EditOutcome.Stale => Refused(id, visit.Say("Quelqu’un a changé ce numéro entre-temps : regardez-le de nouveau.", "Somebody has changed this issue meanwhile: look at it again.")),
        _ => Refused(id, visit.Say("Ce numéro est approuvé : ce qui est approuvé ne change plus.", "This issue is approved: what was approved does not change any more.")),
    };

    public IResult Refused(Guid id, string reason) => Page.Of<RefusalPage>(
        StatusCodes.Status409Conflict, ("Reason", reason), ("Back", $"/issues/{id}/edit"), ("BackWords", visit.Say("Revenir au numéro", "Back to the issue")));
}

/// <summary>What the editor's page shows beside what is stored.</summary>
public sealed record EditorState
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>As just written, not saved; null for the stored ones.</summary>
    public IssueFields? Fields { get; init; }

    /// <inheritdoc cref="Fields"/>
    public IReadOnlyDictionary<Guid, SectionFields> Sections { get; init; } = new Dictionary<Guid, SectionFields>();

    /// <summary>Why nothing was saved.</summary>
    public string? Problem { get; init; }

    /// <summary>Why a section was not saved, by section.</summary>
    public (Guid Section, IReadOnlyList<string> Sentences)? Faults { get; init; }

    /// <summary>What was just saved: the fragment of its place.</summary>
    public string? Saved { get; init; }

    /// <summary>It was put together with what somebody else had saved meanwhile.</summary>
    public bool IsMerged { get; init; }

    public bool IsPreview { get; init; }
}

/// <summary>An article put aside.</summary>
public sealed record PadArticle(int Id, string Title, string Outlet, string? Language);

/// <summary>What the editor's page shows.</summary>
public sealed record IssueEditView(
    Issue Issue, IssueFields Fields, IReadOnlyDictionary<Guid, SectionFields> Sections, IReadOnlyList<Finding> Findings, MarkupString Preview,
    IReadOnlyDictionary<int, PadArticle> Articles, IReadOnlyList<Issue> Earlier, IReadOnlyList<BroughtIssue> Brought, Guid? Send, EditorState State, IReadOnlyList<TeamMember> Team);

/// <summary>An issue that a source brought.</summary>
public sealed record BroughtIssue(Guid Id, string Title, string Url, DateTimeOffset Day);
