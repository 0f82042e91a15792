using Aggregator.Curation;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Issues;

/// <summary>A section as the API shows it.</summary>
/// <param name="Pad">Articles put aside for it, in the order they were.</param>
/// <param name="PadStories">Stories put aside for it.</param>
/// <param name="Owner">Account of who writes it.</param>
internal sealed record SectionAnswer(
    Guid Id, string? Kind, string Title, int? Owner, IReadOnlyList<Block> Blocks, IReadOnlyList<Span> SignOff, IReadOnlyList<int> Pad, IReadOnlyList<int> PadStories, string ETag)
{
    public static SectionAnswer Of(Section section) => new(
        section.PublicId, section.Kind, section.Title, section.OwnerId, section.Blocks, section.SignOff, [.. section.Pad.OrderBy(item => item.AddedAt).Select(item => item.ArticleId)],
        [.. section.PadStories.OrderBy(item => item.AddedAt).Select(item => item.StoryId)], ETags.Of(section.Version));
}

/// <summary>A section as it is made or changed, whole; blocks and sign-off that are left out stay as they are.</summary>
internal sealed record SectionRequest(string? Title, List<Block>? Blocks, string? Kind, int? Owner, List<Span>? SignOff)
{
    public async Task<IResult?> ProblemAsync(AggregatorDb db, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > 300) return ApiProblem.Field("title", "Give a title of 1 to 300 characters.");
        if (Kind?.Length > 50) return ApiProblem.Field("kind", "A kind has 50 characters at the most: it is a key of the publication's template.");
        if (Blocks is not null && BlockRules.Problem(Blocks) is { } blocks) return ApiProblem.Field(blocks.Field, blocks.Message);
        if (SignOff is not null && BlockRules.Problem(SignOff, "signOff") is { } signOff) return ApiProblem.Field(signOff.Field, signOff.Message);
        if (Owner is { } owner && !await db.Users.AnyAsync(account => account.Id == owner, stop)) return ApiProblem.Field("owner", $"There is no account {owner}.");
        return await UnknownAsync(db, stop);
    }

    public void Apply(Section section)
    {
        section.Title = Title!;
        section.Kind = Kind;
        section.OwnerId = Owner;
        if (Blocks is not null) section.Blocks = Blocks;
        if (SignOff is not null) section.SignOff = SignOff;
    }

    /// <summary>What the marks are bound to must be there.</summary>
    private async Task<IResult?> UnknownAsync(AggregatorDb db, CancellationToken stop)
    {
        var marks = (Blocks ?? []).SelectMany(block => block.AllSpans).Concat(SignOff ?? []).SelectMany(span => span.Marks).ToList();
        var articles = marks.Select(mark => mark.ArticleId).OfType<int>().Distinct().ToList();
        var known = await db.Articles.Where(article => articles.Contains(article.Id)).Select(article => article.Id).ToListAsync(stop);
        if (articles.Except(known).Any()) return ApiProblem.Field("blocks", $"There is no article {articles.Except(known).First()}.");
        var issues = marks.Select(mark => mark.IssueId).OfType<Guid>().Distinct().ToList();
        var told = await ReferableIssues.FindAsync(db, issues, stop);
        if (issues.Exists(issue => !told.ContainsKey(issue))) return ApiProblem.Field("blocks", $"There is no published issue {issues.Find(issue => !told.ContainsKey(issue))}.");
        return marks.FirstOrDefault(mark => mark is { IssueId: { } issue, SectionId: { } section } && !told[issue].Contains(section)) is { } lost
            ? ApiProblem.Field("blocks", $"Issue {lost.IssueId} has no section {lost.SectionId}.") : null;
    }
}
