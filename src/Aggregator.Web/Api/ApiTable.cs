using Aggregator.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Aggregator.Web.Api;

/// <summary>One endpoint: who may call it, and what it does.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Route below <see cref="ApiServices.Root"/>.</param>
/// <param name="Role">The least role that may call it; the roles above may too.</param>
/// <param name="Summary">What it does, for the OpenAPI description.</param>
/// <param name="NeedsMatch">It changes something that exists: <c>If-Match</c> is asked for.</param>
internal sealed record ApiRule(string Method, string Path, AccountRole Role, string Summary, bool NeedsMatch = false);

/// <summary>All endpoints of the API. One that is mapped and does not stand here keeps the program from starting.</summary>
internal static class ApiTable
{
    private const AccountRole Contributor = AccountRole.Contributor, Editor = AccountRole.Editor, Publisher = AccountRole.Publisher, Administrator = AccountRole.Administrator;

    public static IReadOnlyList<ApiRule> Rules { get; } =
    [
        new("GET", "/sources", Contributor, "Sources, in the order they were added."),
        new("POST", "/sources", Administrator, "Follows an address."),
        new("POST", "/sources:discover", Editor, "Looks what can be followed at an address, and stores nothing."),
        new("GET", "/sources/{id:int}", Contributor, "One source and how it does."),
        new("PUT", "/sources/{id:int}", Administrator, "Changes a source; feeds.json no longer changes these fields.", NeedsMatch: true),
        new("DELETE", "/sources/{id:int}", Administrator, "Retires a source: no more visits, its articles stay.", NeedsMatch: true),
        new("POST", "/sources/{id:int}:refresh", Editor, "Visits a source now."),
        new("GET", "/sources/{id:int}/polls", Contributor, "Visits of a source, the latest first."),
        new("GET", "/articles", Contributor, "Articles, the latest first."),
        new("GET", "/articles/{id:int}", Contributor, "One article with its text."),
        new("GET", "/stories", Contributor, "The week's stories, ranked."),
        new("GET", "/stories/{id:int}", Contributor, "One story and its articles."),
        new("POST", "/stories/{id:int}:merge", Editor, "Puts another story's articles into this one.", NeedsMatch: true),
        new("POST", "/stories/{id:int}:split", Editor, "Makes some of its articles, or one, a story of their own.", NeedsMatch: true),
        new("POST", "/stories/{id:int}:pin", Editor, "Keeps a story on top of the desk.", NeedsMatch: true),
        new("POST", "/stories/{id:int}:dismiss", Editor, "Takes a story off the desk.", NeedsMatch: true),
        new("POST", "/story-moves/{id:int}:undo", Editor, "Puts everything back as it was before a move."),
        new("GET", "/publications", Contributor, "Digest series."),
        new("POST", "/publications", Publisher, "Makes a publication."),
        new("GET", "/publications/{id:guid}", Contributor, "One publication."),
        new("PUT", "/publications/{id:guid}", Publisher, "Changes a publication, whole.", NeedsMatch: true),
        new("GET", "/publications/{publication:guid}/issues", Contributor, "Issues of a publication, the latest first."),
        new("POST", "/publications/{publication:guid}/issues", Editor, "Makes a draft."),
        new("GET", "/issues/{id:guid}", Contributor, "One issue with its sections."),
        new("PUT", "/issues/{id:guid}", Editor, "Changes a draft's own fields, whole.", NeedsMatch: true),
        new("POST", "/issues/{id:guid}:approve", Publisher, "Checks a draft and freezes its rendition.", NeedsMatch: true),
        new("GET", "/issues/{id:guid}/renderings/{format}", Contributor, "An issue as html, email, text, markdown or json."),
        new("POST", "/issues/{issue:guid}/sections", Contributor, "Adds a section at the end; If-Match is the issue's.", NeedsMatch: true),
        new("GET", "/sections/{id:guid}", Contributor, "One section."),
        new("PUT", "/sections/{id:guid}", Contributor, "Changes a section's title and body.", NeedsMatch: true),
        new("DELETE", "/sections/{id:guid}", Editor, "Removes a section.", NeedsMatch: true),
        new("PUT", "/sections/{id:guid}/pad/{article:int}", Contributor, "Puts an article aside for a section."),
        new("DELETE", "/sections/{id:guid}/pad/{article:int}", Contributor, "Takes an article off the pad."),
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
    }
}
