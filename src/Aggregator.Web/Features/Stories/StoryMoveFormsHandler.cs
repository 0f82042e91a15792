using Aggregator.Stories;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Stories;

/// <summary>Editors' moves on the page of a story: forms that work without a script, each followed by its undo.</summary>
internal static class StoryMoveFormsHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/stories/{id:int}/moves", MoveAsync).For(Editor);
        app.MapPost("/story-moves/{id:int}/undo", UndoAsync).For(Editor);
    }

    private static async Task<IResult> MoveAsync(
        int id, [FromForm(Name = "do")] string? what, [FromForm] string? other, [FromForm] int[]? articles, MoveStories moves, Visit visit, CancellationToken stop)
    {
        var move = what switch
        {
            "merge" when other.AsNumber() is { } story => await moves.MergeAsync(id, story, visit.AccountName, stop),
            "split" when articles is { Length: 1 } => await moves.RemoveAsync(id, articles[0], visit.AccountName, stop),
            "split" => await moves.SplitAsync(id, articles ?? [], visit.AccountName, stop),
            "pin" => await moves.PinAsync(id, visit.AccountName, stop),
            "dismiss" => await moves.DismissAsync(id, visit.AccountName, stop),
            _ => null,
        };
        return move is not null ? Results.LocalRedirect($"/stories/{id}#moves") : Refused(visit.Say(
            "Choisissez une autre histoire, ou des articles de celle-ci sans les prendre tous.", "Choose another story, or some articles of this one but not all."), id, visit);
    }

    private static async Task<IResult> UndoAsync(int id, [FromForm] int story, MoveStories moves, Visit visit, CancellationToken stop) =>
        await moves.UndoAsync(id, stop) ? Results.LocalRedirect($"/stories/{story}#moves") : Refused(visit.Say(
            "Ce geste est déjà annulé, ou un geste plus récent touche les mêmes articles : annulez d’abord celui-là.",
            "This move is undone already, or a later one touches the same articles: undo that one first."), story, visit);

    private static IResult Refused(string reason, int story, Visit visit) => Page.Of<RefusalPage>(
        StatusCodes.Status409Conflict, ("Reason", reason), ("Back", $"/stories/{story}"), ("BackWords", visit.Say("Revenir à l’histoire", "Back to the story")));
}
