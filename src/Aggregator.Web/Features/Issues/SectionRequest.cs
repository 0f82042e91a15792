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
    public void Apply(Section section)
    {
        section.Title = Title!;
        section.Kind = Kind;
        section.OwnerId = Owner;
        if (Blocks is not null) section.Blocks = Blocks;
        if (SignOff is not null) section.SignOff = SignOff;
    }
}
