using System.Text.Json.Serialization;
using Aggregator.Curation;
using Aggregator.Curation.Issues;
using Aggregator.Web.Host.Api;

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
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Title) || Title.Length > 300 ? ApiProblem.Field("title", "Give a title of 1 to 300 characters.")
        : Intro?.Length > 5000 ? ApiProblem.Field("intro", "An introduction has 5,000 characters at the most.")
        : Closing?.Length > 1000 ? ApiProblem.Field("closing", "A closing line has 1,000 characters at the most.")
        : Bylines?.Count > 50 || Bylines?.Any(IsUnusable) == true ? ApiProblem.Field("bylines", "Give at most 50 names of 1 to 200 characters; role and division have 200 at the most.")
        : Date is { Year: < 1900 or > 9998 } ? ApiProblem.Field("date", "Give a date from 1900 on.")
        : null;

    public void Apply(Issue issue)
    {
        issue.Title = Title!;
        issue.Intro = Intro ?? "";
        issue.Closing = Closing ?? "";
        issue.Bylines = Bylines ?? [];
        issue.Kind = Kind ?? issue.Kind;
        if (Date is { } date) issue.DatedAt = date.ToUniversalTime();
    }

    private static bool IsUnusable(Byline byline) => string.IsNullOrWhiteSpace(byline?.Name) || byline.Name.Length > 200 || byline.Role?.Length > 200 || byline.Division?.Length > 200;
}
