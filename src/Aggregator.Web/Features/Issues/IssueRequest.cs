using System.Text.Json.Serialization;
using Aggregator.Curation.Issues;

namespace Aggregator.Web.Features.Issues;

/// <summary>An issue as the API shows it.</summary>
internal sealed record IssueAnswer(
    Guid Id, Guid Publication, int Number, IssueKind Kind, string Title, string Intro, string Closing, IReadOnlyList<Byline> Bylines, DateTimeOffset Date, IssueState State,
    DateTimeOffset? Slot, IReadOnlyList<SectionAnswer> Sections)
{
    /// <summary>Of schedule: how the time was understood, when the publication's clock shows it never or twice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Said { get; init; }

    public static IssueAnswer Of(Issue issue) => new(
        issue.PublicId, issue.Publication.PublicId, issue.Number, issue.Kind, issue.Title, issue.Intro, issue.Closing, issue.Bylines, issue.DatedAt, issue.State, issue.Slot,
        [.. issue.Sections.OrderBy(section => section.Position).Select(SectionAnswer.Of)]);
}

/// <summary>An issue's own fields as they are made or changed, whole.</summary>
/// <param name="Bylines">A name alone, or name, role, division and account.</param>
/// <param name="Kind">ordinary or special.</param>
internal sealed record IssueRequest(string? Title, string? Intro, string? Closing, List<Byline>? Bylines, DateTimeOffset? Date, IssueKind? Kind)
{
    public void Apply(Issue issue)
    {
        issue.Title = Title!;
        issue.Intro = Intro ?? "";
        issue.Closing = Closing ?? "";
        issue.Bylines = Bylines ?? [];
        issue.Kind = Kind ?? issue.Kind;
        if (Date is { } date) issue.DatedAt = date.ToUniversalTime();
    }
}
