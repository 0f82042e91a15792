using Aggregator.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Aggregator.Web.Api;

/// <summary>One endpoint: who may call it, and what it does.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Route below <see cref="ApiServices.Root"/>.</param>
/// <param name="Role">The least role that may call it; the roles above may too.</param>
/// <param name="Summary">What it does, for the OpenAPI description.</param>
/// <param name="NeedsMatch">It changes something that exists: <c>If-Match</c> is asked for.</param>
/// <param name="IsNoted">Whether what it changes is noted in the audit log.</param>
internal sealed record ApiRule(string Method, string Path, AccountRole Role, string Summary, bool NeedsMatch = false, bool IsNoted = true)
{
    /// <summary>"GET /sources".</summary>
    public string Name => $"{Method} {Path}";
}

/// <summary>All endpoints of the API. One that is mapped and does not stand here keeps the program from starting.</summary>
internal static class ApiTable
{
    private const AccountRole Contributor = AccountRole.Contributor, Editor = AccountRole.Editor, Publisher = AccountRole.Publisher, Administrator = AccountRole.Administrator;

    public static IReadOnlyList<ApiRule> Rules { get; } =
    [
        new("GET", "/me", Contributor, "Who calls, and what they may do."),
        new("GET", "/users", Administrator, "The team."),
        new("POST", "/users", Administrator, "Makes an account; its owner chooses a password by the link in the answer."),
        new("GET", "/users/{id:int}", Administrator, "One account."),
        new("PUT", "/users/{id:int}", Administrator, "Renames an account, gives it another role, closes or opens it.", NeedsMatch: true),
        new("POST", "/users/{id:int}:link", Administrator, "A new link to choose a password by, for one that is lost."),
        new("GET", "/keys", Contributor, "One's own keys."),
        new("POST", "/keys", Contributor, "Makes a key that may do no more than what one calls with; it is in this answer and never again."),
        new("DELETE", "/keys/{id:int}", Contributor, "Makes one of one's own keys void."),
        new("GET", "/audit", Administrator, "Who changed what and when, the latest first; by who, what, from, to."),
        new("GET", "/sources", Contributor, "Sources, in the order they were added."),
        new("POST", "/sources", Administrator, "Follows an address."),
        new("POST", "/sources:discover", Editor, "Looks what can be followed at an address, and stores nothing."),
        new("GET", "/sources/{id:int}", Contributor, "One source and how it does."),
        new("PUT", "/sources/{id:int}", Administrator, "Changes a source; feeds.json no longer changes these fields.", NeedsMatch: true),
        new("DELETE", "/sources/{id:int}", Administrator, "Retires a source: no more visits, its articles stay.", NeedsMatch: true),
        new("POST", "/sources/{id:int}:refresh", Editor, "Visits a source now."),
        new("GET", "/sources/{id:int}/polls", Contributor, "Visits of a source, the latest first."),
        new("GET", "/opml", Contributor, "The sources that are followed, as OPML; topics are folders."),
        new("POST", "/opml", Administrator, "Follows the feeds of an OPML file; folders become topics. Changes and retires none."),
        new("GET", "/articles", Contributor, "Articles, the latest first."),
        new("GET", "/articles/{id:int}", Contributor, "One article with its text."),
        new("GET", "/articles/{id:int}/revisions", Contributor, "What its publisher changed, the latest first: each with what was there before."),
        new("GET", "/articles/{id:int}/copies", Contributor, "Articles of the same text; the original first."),
        new("POST", "/articles", Contributor, "Brings an article in by hand: a text, an address, a page, a file, or print, TV, radio."),
        new("GET", "/articles/{id:int}/desk", Contributor, "Tags, notes, stars and embargo of an article."),
        new("PUT", "/articles/{id:int}/desk", Contributor, "Changes what the team shares about an article: tags, star, embargo.", NeedsMatch: true),
        new("PUT", "/articles/{id:int}/star", Contributor, "Gives an article one's own star."),
        new("DELETE", "/articles/{id:int}/star", Contributor, "Takes one's own star away."),
        new("PUT", "/articles/{id:int}/seen", Contributor, "Says that one has seen an article."),
        new("POST", "/articles/{id:int}/notes", Contributor, "Writes a note on an article."),
        new("DELETE", "/articles/{id:int}/notes/{note:int}", Contributor, "Takes one's own note away."),
        new("GET", "/sources/{id:int}/rights", Contributor, "What may be done with a source's articles."),
        new("PUT", "/sources/{id:int}/rights", Publisher, "Changes a source's rights card, whole.", NeedsMatch: true),
        new("GET", "/publications/{publication:guid}/citations.csv", Publisher, "What approved issues cited, as CSV for the rights society."),
        new("PUT", "/publications/{publication:guid}/candidates/{kind}/{target:int}", Contributor, "Takes a candidate, sets it aside, or carries it over."),
        new("GET", "/issues/{id:guid}/candidates", Contributor, "Stories and finds of four weeks, ranked with reasons."),
        new("GET", "/issues/{id:guid}/checks", Contributor, "What the checks find, and what of it blocks."),
        new("POST", "/issues/{id:guid}/checks/{key}:waive", Editor, "Lets a finding pass, with a reason."),
        new("DELETE", "/issues/{id:guid}/checks/{key}/waiver", Editor, "Takes a waiver back."),
        new("POST", "/issues/{id:guid}/checks/{key}:repair", Contributor, "Mends a finding as it proposes."),
        new("POST", "/issues/{id:guid}:check-links", Contributor, "Looks at every address of an issue."),
        new("GET", "/issues/{id:guid}/revisions", Contributor, "Who wrote what and when, the latest first."),
        new("GET", "/revisions/{id:int}", Contributor, "The words of a revision, and what it changed."),
        new("POST", "/revisions/{id:int}:restore", Contributor, "Brings a revision back; If-Match is its section's, or the issue's when that is gone.", NeedsMatch: true),
        new("GET", "/issues/{id:guid}/comments", Contributor, "Comments on an issue, the earliest first."),
        new("POST", "/issues/{id:guid}/comments", Contributor, "Comments on an issue, a section, or words of it."),
        new("GET", "/issues/{id:guid}/guests", Editor, "Links that let somebody without an account read a draft and comment on it."),
        new("POST", "/issues/{id:guid}/guests", Editor, "Makes such a link; its address is in this answer and never again."),
        new("DELETE", "/issues/{id:guid}/guests/{guest:int}", Editor, "Takes such a link back."),
        new("GET", "/issues/{id:guid}/presence", Contributor, "Server-sent events: who has the issue open, in which section, and which sections were saved."),
        new("PUT", "/issues/{id:guid}/presence/{window:guid}", Contributor, "Says in which section one writes.", IsNoted: false),
        new("POST", "/comments/{id:guid}:resolve", Contributor, "Says that a comment is dealt with."),
        new("POST", "/comments/{id:guid}:reopen", Contributor, "Says that it is not."),
        new("GET", "/searches", Contributor, "The caller's saved searches, each with the address of its feed."),
        new("POST", "/searches", Contributor, "Keeps a search: a filter of the desk, a feed, and, if wanted, a mail a day when there is something new."),
        new("DELETE", "/searches/{id:int}", Contributor, "Keeps one of the caller's searches no longer."),
        new("GET", "/stories", Contributor, "The week's stories, ranked."),
        new("GET", "/stories/{id:int}", Contributor, "One story and its articles."),
        new("GET", "/stories/{id:int}/tied", Contributor, "The stories in the other language that tell the same event, with what they share."),
        new("POST", "/stories/{id:int}:merge", Editor, "Puts another story's articles into this one.", NeedsMatch: true),
        new("POST", "/stories/{id:int}:split", Editor, "Makes some of its articles, or one, a story of their own.", NeedsMatch: true),
        new("POST", "/stories/{id:int}:pin", Editor, "Keeps a story on top of the desk.", NeedsMatch: true),
        new("POST", "/stories/{id:int}:dismiss", Editor, "Takes a story off the desk.", NeedsMatch: true),
        new("POST", "/story-moves/{id:int}:undo", Editor, "Puts everything back as it was before a move."),
        new("GET", "/earlier-issues", Contributor, "Issues of press reviews that sources brought, the latest first; a section can refer to them."),
        new("GET", "/earlier-issues/{id:guid}", Contributor, "One of them with its sections and credits."),
        new("GET", "/publications", Contributor, "Digest series."),
        new("POST", "/publications", Publisher, "Makes a publication."),
        new("GET", "/publications/{id:guid}", Contributor, "One publication."),
        new("PUT", "/publications/{id:guid}", Publisher, "Changes a publication, whole.", NeedsMatch: true),
        new("GET", "/publications/{publication:guid}/issues", Contributor, "Issues of a publication, the latest first."),
        new("POST", "/publications/{publication:guid}/issues", Editor, "Makes a draft."),
        new("GET", "/issues/{id:guid}", Contributor, "One issue with its sections."),
        new("PUT", "/issues/{id:guid}", Editor, "Changes a draft's own fields, whole.", NeedsMatch: true),
        // A contributor may be a publication's deputy: who may do these is asked when the publication is known.
        new("POST", "/issues/{id:guid}:approve", Contributor, "Checks an issue and freezes its rendition; for publishers and the publication's deputy.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:test-send", Contributor, "Sends the caller the issue's mail as it would be now; nobody else gets it."),
        new("POST", "/issues/{id:guid}:submit", Editor, "Lays a draft before who approves.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:reject", Contributor, "Sends an issue back to draft, with a note; its slot stays. For publishers and the deputy.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:schedule", Contributor, "Gives an approved issue the time its mail is due. For publishers and the deputy.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:cancel", Contributor, "Gives an issue up, with a note. For publishers and the deputy.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:reopen", Contributor, "Makes a cancelled issue a draft again. For publishers and the deputy.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:correct", Contributor, "Changes a sent issue: typo fix, erratum, retraction or right of reply, with a dated note. For publishers and the deputy.", NeedsMatch: true),
        new("GET", "/issues/{id:guid}/transitions", Contributor, "From state to state: who, when, why."),
        new("GET", "/issues/{id:guid}/changes", Contributor, "Word by word, what differs from what was approved last."),
        new("GET", "/issues/{id:guid}/renderings/{format}", Contributor, "An issue as html, email, text, markdown or json."),
        new("POST", "/issues/{issue:guid}/sections", Contributor, "Adds a section at the end; If-Match is the issue's.", NeedsMatch: true),
        new("GET", "/sections/{id:guid}", Contributor, "One section."),
        new("PUT", "/sections/{id:guid}", Contributor, "Changes a section's title and body.", NeedsMatch: true),
        new("DELETE", "/sections/{id:guid}", Editor, "Removes a section.", NeedsMatch: true),
        new("PUT", "/sections/{id:guid}/pad/{article:int}", Contributor, "Puts an article aside for a section."),
        new("DELETE", "/sections/{id:guid}/pad/{article:int}", Contributor, "Takes an article off the pad."),
        new("PUT", "/sections/{id:guid}/pad/stories/{story:int}", Contributor, "Puts a story aside for a section: all its articles, those that come later too."),
        new("DELETE", "/sections/{id:guid}/pad/stories/{story:int}", Contributor, "Takes a story off the pad."),
        new("POST", "/sections/{id:guid}:move", Contributor, "Gives a section another place; If-Match is the issue's.", NeedsMatch: true),
        new("GET", "/publications/{publication:guid}/subscribers", Publisher, "Who reads a publication."),
        new("POST", "/publications/{publication:guid}/subscribers", Publisher, "Asks somebody by mail to confirm."),
        new("POST", "/issues/{issue:guid}/sends", Publisher, "Sends an approved issue, once."),
        new("GET", "/sends/{id:guid}", Publisher, "How far a send is."),
        new("GET", "/sends/{id:guid}/deliveries", Publisher, "The ledger of a send."),
        new("POST", "/sends/{id:guid}:resolve-in-doubt", Publisher, "Decides about mails in doubt."),
    ];

    public static string PolicyOf(AccountRole role) => $"api:{role}";

    /// <summary>Binds an endpoint to its rule.</summary>
    public static void Bind(EndpointBuilder endpoint)
    {
        var pattern = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!;
        var methods = endpoint.Metadata.OfType<HttpMethodMetadata>().Last();
        var rule = Rules.SingleOrDefault(r => methods.HttpMethods.Contains(r.Method, StringComparer.Ordinal) && ApiServices.Root + r.Path == pattern)
            ?? throw new InvalidOperationException($"{string.Join(',', methods.HttpMethods)} {pattern} has no rule in {nameof(ApiTable)}.");
        endpoint.Metadata.Add(rule);
        endpoint.Metadata.Add(new AuthorizeAttribute(PolicyOf(rule.Role)));
        endpoint.Metadata.Add(new EndpointSummaryAttribute(rule.Summary));
        var answer = ApiAnswers.Rules[rule.Name];
        // What the framework guesses from a handler's signature gives way.
        foreach (var guessed in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Cast<object>().ToList()) endpoint.Metadata.Remove(guessed);
        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(answer.Status, answer.Body ?? typeof(void), answer.Body is null ? null : [answer.Type]));
    }
}
