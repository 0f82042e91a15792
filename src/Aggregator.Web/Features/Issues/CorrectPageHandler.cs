using Aggregator.Accounts;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues/{id}/correct</c>: changes an issue that readers have, with a dated note.</summary>
internal static class CorrectPageHandler
{
    private static readonly RevisionCause[] Causes = [RevisionCause.TypoFix, RevisionCause.Erratum, RevisionCause.Retraction, RevisionCause.RightOfReply];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/issues/{id:guid}/correct", AskAsync).For(Contributor);
        app.MapPost("/issues/{id:guid}/correct", CorrectAsync).For(Contributor);
    }

    private static async Task<IResult> AskAsync(Guid id, AggregatorDb db, HttpContext http, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        if (!MoveIssue.May(AccountClaims.RoleOf(http.User), visit.AccountId, issue.Publication, AccountRole.Publisher)) return Results.Forbid();
        if (issue.State is not (IssueState.Sent or IssueState.Corrected)) return editor.Refused(id, Say(CorrectionRefusal.NotSent, visit));
        return Page.Of<CorrectPage>(("View", new CorrectView(issue, IssueFields.Of(issue), Stored(issue), RevisionCause.TypoFix, "")));
    }

    private static async Task<IResult> CorrectAsync(Guid id, IFormCollection form, AggregatorDb db, TimeProvider clock, Settings settings, HttpContext http, Visit visit, CancellationToken stop)
    {
        var shown = await IssueEditor.FindAsync(db, id, stop);
        if (shown is null) return Results.NotFound();
        if (!MoveIssue.May(AccountClaims.RoleOf(http.User), visit.AccountId, shown.Publication, AccountRole.Publisher)) return Results.Forbid();
        var (before, stored) = (IssueFields.Of(shown), Stored(shown));
        var fields = before with { Title = ((string?)form["title"] ?? before.Title).Trim(), Intro = ((string?)form["intro"] ?? before.Intro).Lines().Trim(), Closing = ((string?)form["closing"])?.Lines() ?? before.Closing };
        var sections = form["section"].Select((given, at) => (Id: Guid.TryParse(given, out var section) ? section : Guid.Empty, At: at)).Where(given => stored.ContainsKey(given.Id)).DistinctBy(given => given.Id)
            .ToDictionary(given => given.Id, given => stored[given.Id] with { Heading = (form["heading"].ElementAtOrDefault(given.At) ?? "").Trim(), Text = form["text"].ElementAtOrDefault(given.At).Lines(), SignOff = form["signOff"].ElementAtOrDefault(given.At).Lines() });
        var cause = Enum.TryParse<RevisionCause>(form["cause"], out var named) && Causes.Contains(named) ? named : RevisionCause.TypoFix;
        var note = ((string?)form["note"] ?? "").Trim();
        var problem = note.Length is 0 or > 2000 ? visit.Say("Dites ce qui était faux, en 1 à 2 000 caractères : c’est daté et gardé.", "Say what was wrong, in 1 to 2,000 characters: it is dated and kept.")
            : fields.Problem(visit) ?? sections.Values.Select(section => section.Problem(visit) ?? section.Read().Faults.Select(fault => fault.Say(visit.Language)).FirstOrDefault()).FirstOrDefault(found => found is not null)
            ?? await UnknownAsync(db, sections.Where(section => section.Value != stored[section.Key]).Select(section => section.Value.Read()), visit, stop)
            ?? await RuledOutAsync(db, shown, fields, sections.Where(section => section.Value != stored[section.Key]), visit, stop);
        if (problem is null)
        {
            // Only what was changed on the form: a section that was not touched is no part of the correction.
            var correction = new Correction(
                cause, note, fields == before ? null : issue => (issue.Title, issue.Intro, issue.Closing) = (fields.Title, fields.Intro, fields.Closing ?? ""),
                sections.Where(section => section.Value != stored[section.Key]).ToDictionary(section => section.Key, section => (Action<Section>)section.Value.Apply));
            var outcome = await db.WriteAsync(
                async inner =>
                {
                    var issue = (await EditIssue.FindAsync(db, id, inner))!;
                    return issue.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) != form["version"] ? null
                        : (CorrectionRefusal?)await CorrectIssue.RunAsync(db, issue, correction, settings.PublicUrl, visit.AccountId, clock.GetUtcNow(), inner);
                },
                stop);
            if (outcome == CorrectionRefusal.None) return Results.LocalRedirect($"/issues/{id}/history");
            problem = outcome is { } refusal ? Say(refusal, visit) : visit.Say("Quelqu’un a corrigé ce numéro entre-temps : rechargez la page.", "Somebody has corrected this issue meanwhile: reload the page.");
        }

        return Page.Of<CorrectPage>(StatusCodes.Status422UnprocessableEntity, ("View", new CorrectView(shown, fields, stored.ToDictionary(pair => pair.Key, pair => sections.GetValueOrDefault(pair.Key, pair.Value)), cause, note) { Problem = problem }));
    }

    private static Dictionary<Guid, SectionFields> Stored(Issue issue) => issue.Sections.ToDictionary(section => section.PublicId, SectionFields.Of);

    private static async Task<string?> UnknownAsync(AggregatorDb db, IEnumerable<SectionReading> readings, Visit visit, CancellationToken stop)
    {
        foreach (var reading in readings)
            if ((await LostMarks.InAsync(db, reading, stop)).FirstOrDefault() is { } fault) return fault.Say(visit.Language);
        return null;
    }

    /// <summary>The rules that hold for a draft hold for what readers have.</summary>
    private static async Task<string?> RuledOutAsync(
        AggregatorDb db, Issue issue, IssueFields fields, IEnumerable<KeyValuePair<Guid, SectionFields>> changed, Visit visit, CancellationToken stop)
    {
        var fault = IssueRules.Problem(IssueSnapshot.Of(issue) with { Title = fields.Title, Intro = fields.Intro, Closing = fields.Closing ?? "" });
        foreach (var (id, written) in changed)
        {
            var before = SectionSnapshot.Of(issue.Sections.Find(section => section.PublicId == id)!);
            fault ??= await SectionRules.ProblemAsync(db, EditSection.Written(before, written.Apply), before, stop);
        }

        return fault is null ? null : visit.Say(fault.French, fault.English);
    }

    private static string Say(CorrectionRefusal refusal, Visit visit) => refusal switch
    {
        CorrectionRefusal.NotSent => visit.Say("Ce numéro n’a pas été envoyé : on le modifie. Seul se corrige ce que les lecteurs ont.", "This issue was not sent: edit it. Only what readers have is corrected."),
        CorrectionRefusal.NothingChanged => visit.Say("Rien ne changerait.", "Nothing would change."),
        CorrectionRefusal.NoMisprint => visit.Say("C’est plus qu’une coquille : choisissez erratum, et les lecteurs l’apprennent.", "This changes more than a misprint: choose erratum, and readers are told."),
        _ => visit.Say("Un droit de réponse ajoute des mots et n’en retire aucun.", "A right of reply adds words and takes none away."),
    };
}

/// <summary>What the page of a correction shows.</summary>
public sealed record CorrectView(Issue Issue, IssueFields Fields, IReadOnlyDictionary<Guid, SectionFields> Sections, RevisionCause Cause, string Note)
{
    /// <summary>Why nothing was corrected.</summary>
    public string? Problem { get; init; }
}
