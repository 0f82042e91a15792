using Aggregator.Curation;
using Aggregator.Curation.Checks;
using Aggregator.Publishing;

namespace Aggregator.Web.Api;

/// <summary>What an endpoint answers when all is well.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Type of the body; null for none.</param>
/// <param name="Type">Media type of the body.</param>
internal sealed record ApiAnswerRule(int Status, Type? Body, string Type = "application/json")
{
    /// <summary>Another status with the same body, such as that of a thing that was there already.</summary>
    public int? OtherStatus { get; init; }

    /// <summary>Media types of text that it has as well, by the address.</summary>
    public IReadOnlyList<string> OtherTypes { get; init; } = [];

    /// <summary>Statuses of errors that only this endpoint has, and why.</summary>
    public IReadOnlyDictionary<int, string> Errors { get; init; } = new Dictionary<int, string>();
}

/// <summary>What every endpoint of <see cref="ApiTable"/> answers, for the description.</summary>
internal static class ApiAnswers
{
    private static readonly ApiAnswerRule Nothing = new(StatusCodes.Status204NoContent, null);

    public static IReadOnlyDictionary<string, ApiAnswerRule> Rules { get; } = new Dictionary<string, ApiAnswerRule>(StringComparer.Ordinal)
    {
        ["GET /me"] = Ok<MeAnswer>(),
        ["GET /users"] = List<UserAnswer>(),
        ["POST /users"] = Made<UserAnswer>(),
        ["GET /users/{id:int}"] = Ok<UserAnswer>(),
        ["PUT /users/{id:int}"] = Ok<UserAnswer>(),
        ["POST /users/{id:int}:link"] = Ok<LinkAnswer>(),
        ["GET /keys"] = List<KeyAnswer>(),
        ["POST /keys"] = Made<KeyAnswer>(),
        ["DELETE /keys/{id:int}"] = Nothing,
        ["GET /audit"] = List<AuditAnswer>(),
        ["GET /sources"] = List<SourceAnswer>(),
        ["POST /sources"] = Made<SourceAnswer>(),
        ["POST /sources:discover"] = Ok<DiscoveryAnswer>(),
        ["GET /sources/{id:int}"] = Ok<SourceAnswer>(),
        ["PUT /sources/{id:int}"] = Ok<SourceAnswer>(),
        ["DELETE /sources/{id:int}"] = Nothing,
        ["POST /sources/{id:int}:refresh"] = new(StatusCodes.Status202Accepted, typeof(SourceAnswer)),
        ["GET /sources/{id:int}/polls"] = List<PollAnswer>(),
        ["GET /opml"] = new(StatusCodes.Status200OK, typeof(string), "text/x-opml"),
        ["POST /opml"] = Ok<OpmlAnswer>() with { Errors = Error(StatusCodes.Status413PayloadTooLarge, "The file is larger than 5 MB.") },
        ["GET /articles"] = List<ArticleAnswer>(),
        ["GET /articles/{id:int}"] = Ok<WholeArticle>(),
        ["GET /articles/{id:int}/revisions"] = List<ArticleRevisionAnswer>(),
        ["GET /articles/{id:int}/copies"] = List<CopyAnswer>(),
        ["POST /articles"] = Made<ClipAnswer>() with { OtherStatus = StatusCodes.Status200OK },
        ["GET /articles/{id:int}/desk"] = Ok<DeskAnswer>(),
        ["PUT /articles/{id:int}/desk"] = Ok<DeskAnswer>(),
        ["PUT /articles/{id:int}/star"] = Nothing,
        ["DELETE /articles/{id:int}/star"] = Nothing,
        ["PUT /articles/{id:int}/seen"] = Nothing,
        ["POST /articles/{id:int}/notes"] = Made<NoteAnswer>(),
        ["DELETE /articles/{id:int}/notes/{note:int}"] = Nothing,
        ["GET /sources/{id:int}/rights"] = Ok<RightsRequest>(),
        ["PUT /sources/{id:int}/rights"] = Ok<RightsRequest>(),
        ["GET /publications/{publication:guid}/citations.csv"] = new(StatusCodes.Status200OK, typeof(string), "text/csv"),
        ["PUT /publications/{publication:guid}/candidates/{kind}/{target:int}"] = Ok<CandidateNoteAnswer>(),
        ["GET /issues/{id:guid}/candidates"] = List<Candidate>(),
        ["GET /issues/{id:guid}/checks"] = Ok<ChecksAnswer>(),
        ["POST /issues/{id:guid}/checks/{key}:waive"] = Ok<Finding>(),
        ["DELETE /issues/{id:guid}/checks/{key}/waiver"] = Nothing,
        ["POST /issues/{id:guid}/checks/{key}:repair"] = Ok<SectionAnswer>(),
        ["POST /issues/{id:guid}:check-links"] = Ok<LinksAnswer>(),
        ["GET /issues/{id:guid}/revisions"] = List<RevisionAnswer>(),
        ["GET /revisions/{id:int}"] = Ok<RevisionContent>(),
        ["POST /revisions/{id:int}:restore"] = Ok<object>(), // the section, or the issue whose removed section is back
        ["GET /issues/{id:guid}/comments"] = List<CommentAnswer>(),
        ["POST /issues/{id:guid}/comments"] = Made<CommentAnswer>(),
        ["GET /issues/{id:guid}/guests"] = List<GuestAnswer>(),
        ["POST /issues/{id:guid}/guests"] = Made<GuestAnswer>(),
        ["DELETE /issues/{id:guid}/guests/{guest:int}"] = Nothing,
        ["GET /issues/{id:guid}/presence"] = new(StatusCodes.Status200OK, typeof(PresenceAnswer), "text/event-stream"),
        ["PUT /issues/{id:guid}/presence/{window:guid}"] = Nothing,
        ["POST /comments/{id:guid}:resolve"] = Ok<CommentAnswer>(),
        ["POST /comments/{id:guid}:reopen"] = Ok<CommentAnswer>(),
        ["GET /searches"] = List<SearchAnswer>(),
        ["POST /searches"] = Made<SearchAnswer>(),
        ["DELETE /searches/{id:int}"] = Nothing,
        ["GET /stories"] = List<StoryAnswer>(),
        ["GET /stories/{id:int}"] = Ok<StoryState>(),
        ["GET /stories/{id:int}/tied"] = List<TiedAnswer>(),
        ["POST /stories/{id:int}:merge"] = Ok<MovedStory>(),
        ["POST /stories/{id:int}:split"] = Ok<MovedStory>(),
        ["POST /stories/{id:int}:pin"] = Ok<MovedStory>(),
        ["POST /stories/{id:int}:dismiss"] = Ok<MovedStory>(),
        ["POST /story-moves/{id:int}:undo"] = Nothing,
        ["GET /earlier-issues"] = List<EarlierIssueAnswer>(),
        ["GET /earlier-issues/{id:guid}"] = Ok<EarlierIssueAnswer>(),
        ["GET /publications"] = List<PublicationAnswer>(),
        ["POST /publications"] = Made<PublicationAnswer>(),
        ["GET /publications/{id:guid}"] = Ok<PublicationAnswer>(),
        ["PUT /publications/{id:guid}"] = Ok<PublicationAnswer>(),
        ["GET /publications/{publication:guid}/issues"] = List<IssueAnswer>(),
        ["POST /publications/{publication:guid}/issues"] = Made<IssueAnswer>(),
        ["GET /issues/{id:guid}"] = Ok<IssueAnswer>(),
        ["PUT /issues/{id:guid}"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:approve"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:test-send"] = Ok<ProofAnswer>() with { Errors = Unmailed },
        ["POST /issues/{id:guid}:submit"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:reject"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:schedule"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:cancel"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:reopen"] = Ok<IssueAnswer>(),
        ["POST /issues/{id:guid}:correct"] = Ok<IssueAnswer>(),
        ["GET /issues/{id:guid}/transitions"] = List<TransitionAnswer>(),
        ["GET /issues/{id:guid}/changes"] = List<TextChange>(),
        ["GET /issues/{id:guid}/renderings/{format}"] = Ok<Edition>() with { OtherTypes = ["text/html", "text/plain", "text/markdown"] },
        ["POST /issues/{issue:guid}/sections"] = Made<SectionAnswer>(),
        ["GET /sections/{id:guid}"] = Ok<SectionAnswer>(),
        ["PUT /sections/{id:guid}"] = Ok<SectionAnswer>(),
        ["DELETE /sections/{id:guid}"] = Nothing,
        ["PUT /sections/{id:guid}/pad/{article:int}"] = Nothing,
        ["DELETE /sections/{id:guid}/pad/{article:int}"] = Nothing,
        ["PUT /sections/{id:guid}/pad/stories/{story:int}"] = Nothing,
        ["DELETE /sections/{id:guid}/pad/stories/{story:int}"] = Nothing,
        ["POST /sections/{id:guid}:move"] = Ok<IssueAnswer>(),
        ["GET /publications/{publication:guid}/subscribers"] = List<SubscriberAnswer>(),
        ["POST /publications/{publication:guid}/subscribers"] = new(StatusCodes.Status202Accepted, typeof(AskedAnswer)) { Errors = Unmailed },
        ["POST /issues/{issue:guid}/sends"] = new(StatusCodes.Status202Accepted, typeof(SendProgress)),
        ["GET /sends/{id:guid}"] = Ok<SendProgress>(),
        ["GET /sends/{id:guid}/deliveries"] = List<DeliveryAnswer>(),
        ["POST /sends/{id:guid}:resolve-in-doubt"] = Ok<SendProgress>(),
    };

    private static IReadOnlyDictionary<int, string> Unmailed => Error(StatusCodes.Status503ServiceUnavailable, "The mail could not be handed over.");

    private static Dictionary<int, string> Error(int status, string words) => new() { [status] = words };

    private static ApiAnswerRule Ok<T>() => new(StatusCodes.Status200OK, typeof(T));

    private static ApiAnswerRule Made<T>() => new(StatusCodes.Status201Created, typeof(T));

    private static ApiAnswerRule List<T>() => Ok<Part<T>>();
}
