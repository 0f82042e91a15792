using Aggregator.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Aggregator.Web.Pages;

/// <summary>One address of the pages: who may open it.</summary>
/// <param name="Method">HTTP method; <c>*</c> for any.</param>
/// <param name="Path">Route.</param>
/// <param name="Role">The least role that may; the roles above may too. Null: everybody, signed in or not.</param>
/// <param name="IsNoted">Whether a POST is noted in the audit log. Not one that changes nothing, such as a preview, and not what machines bring of themselves, such as a hub's push.</param>
/// <param name="NeedsFormToken">
/// Whether what is sent there must show the anti-forgery token of a page of ours. False where a machine sends: there the token in the
/// address, or a signature, is what it shows.
/// </param>
internal sealed record PageRule(string Method, string Path, AccountRole? Role, bool IsNoted = true, bool NeedsFormToken = true)
{
    /// <summary>What it does is noted in the audit log.</summary>
    public bool IsAudited => Method == "POST" && IsNoted;
}

/// <summary>All addresses of the pages. One that is mapped and does not stand here keeps the program from starting.</summary>
internal static class PageTable
{
    private const AccountRole Contributor = AccountRole.Contributor, Editor = AccountRole.Editor, Publisher = AccountRole.Publisher, Administrator = AccountRole.Administrator;

    public static IReadOnlyList<PageRule> Rules { get; } =
    [
        new("GET", "/", null),
        new("GET", "/issues/{id:guid}", null),
        new("GET", "/feed.atom", null),
        new("GET", "/searches/{token}.atom", null),
        new("POST", "/searches", Contributor),
        new("POST", "/searches/{id:int}/drop", Contributor),
        // Signed by us: whoever has the address was shown it.
        new("GET", "/image/{signature}/{address}", null),
        new("GET", "/sign-in", null),
        new("POST", "/sign-in", null),
        new("POST", "/sign-out", Contributor),
        new("GET", "/set-up", null),
        new("POST", "/set-up", null),
        new("GET", "/language/{language:regex(^(fr|en)$)}", null),
        new("*", "/error", null, NeedsFormToken: false),
        new("POST", "/subscribe", null),
        new("GET", "/confirm/{token}", null),
        new("POST", "/confirm/{token}", null),
        new("GET", "/unsubscribe/{token}", null),
        // A mail program's one click (RFC 8058) has no form of ours.
        new("POST", "/unsubscribe/{token}", null, NeedsFormToken: false),
        new("GET", "/desk", Contributor),
        new("GET", "/desk/articles", Contributor),
        new("POST", "/desk/pad", Contributor),
        new("GET", "/stories/{id:int}", Contributor),
        new("GET", "/articles/{id:int}", Contributor),
        new("GET", "/articles/{id:int}/revisions", Contributor),
        new("GET", "/articles/{id:int}/delete", Editor),
        new("POST", "/articles/{id:int}/delete", Editor),
        new("POST", "/articles/{id:int}/quote", Contributor),
        new("POST", "/articles/{id:int}/desk", Contributor),
        new("POST", "/articles/{id:int}/star", Contributor),
        new("POST", "/articles/{id:int}/notes", Contributor),
        new("POST", "/articles/{id:int}/notes/drop", Contributor),
        new("GET", "/articles/{id:int}/diff/{other:int}", Contributor),
        new("POST", "/stories/{id:int}/moves", Editor),
        new("POST", "/story-moves/{id:int}/undo", Editor),
        new("GET", "/clip", Contributor),
        new("GET", "/clip/window", Contributor),
        new("POST", "/clip", Contributor),
        new("GET", "/sources", Contributor),
        new("GET", "/sources/add", Contributor),
        new("POST", "/sources/add", Administrator),
        new("GET", "/sources/{id:int}", Contributor),
        new("POST", "/sources/{id:int}/visit", Editor),
        new("POST", "/sources/{id:int}/adopt", Administrator),
        new("POST", "/sources/{id:int}/retire", Administrator),
        new("POST", "/sources/{id:int}/follow", Administrator),
        new("GET", "/sources/{id:int}/settings", Administrator),
        new("POST", "/sources/{id:int}/settings", Administrator),
        new("GET", "/sources/{id:int}/rules", Administrator),
        new("POST", "/sources/{id:int}/rules", Administrator),
        new("GET", "/issue", Contributor),
        new("POST", "/issues", Editor),
        new("POST", "/publications", Publisher),
        new("GET", "/publications", Contributor),
        new("GET", "/publications/{id:guid}/settings", Publisher),
        new("POST", "/publications/{id:guid}/settings", Publisher),
        new("GET", "/issues/{id:guid}/edit", Contributor),
        new("POST", "/issues/{id:guid}/edit", Editor),
        new("POST", "/issues/{id:guid}/sections", Contributor),
        new("POST", "/issues/{id:guid}/preview", Contributor, IsNoted: false),
        new("POST", "/sections/{id:guid}", Contributor),
        new("GET", "/sections/{id:guid}/remove", Editor),
        new("POST", "/sections/{id:guid}/remove", Editor),
        new("POST", "/sections/{id:guid}/move", Editor),
        // Here the publication may have a deputy of a lower role: the state machine asks.
        new("POST", "/issues/{id:guid}/approve", Contributor),
        new("POST", "/issues/{id:guid}/go", Contributor),
        new("POST", "/issues/{id:guid}/proof", Contributor),
        new("GET", "/issues/{id:guid}/correct", Contributor),
        new("POST", "/issues/{id:guid}/correct", Contributor),
        new("GET", "/issues/{id:guid}/history", Contributor),
        new("POST", "/issues/{id:guid}/history/restore", Editor),
        new("GET", "/issues/{id:guid}/comments", Contributor),
        new("POST", "/issues/{id:guid}/comments", Contributor),
        new("POST", "/issues/{id:guid}/comments/resolve", Contributor),
        new("POST", "/issues/{id:guid}/guests", Editor),
        new("POST", "/issues/{id:guid}/guests/revoke", Editor),
        // Whoever was given the address: it opens one draft, and lets them comment.
        new("GET", "/guest/{token}", null),
        new("POST", "/guest/{token}/comments", null),
        new("GET", "/issues/{id:guid}/checks", Contributor),
        new("POST", "/issues/{id:guid}/checks/mend", Contributor),
        new("POST", "/issues/{id:guid}/checks/waive", Editor),
        new("POST", "/issues/{id:guid}/checks/links", Contributor),
        new("GET", "/issues/{id:guid}/candidates", Contributor),
        new("POST", "/issues/{id:guid}/candidates", Contributor),
        new("GET", "/issues/{id:guid}/send", Publisher),
        new("POST", "/issues/{id:guid}/send", Publisher),
        new("GET", "/sends/{id:guid}", Publisher),
        new("POST", "/sends/{id:guid}/in-doubt", Publisher),
        new("GET", "/sign-in/code", null),
        new("POST", "/sign-in/code", null),
        new("POST", "/sign-in/passkey/options", null, IsNoted: false),
        new("POST", "/sign-in/passkey", null),
        new("GET", "/forgot", null),
        new("POST", "/forgot", null),
        new("GET", "/choose-password", null),
        new("POST", "/choose-password", null),
        new("GET", "/account", Contributor),
        new("POST", "/account/password", Contributor),
        new("POST", "/account/second-factor/begin", Contributor),
        new("POST", "/account/second-factor", Contributor),
        new("POST", "/account/second-factor/off", Contributor),
        new("POST", "/account/passkeys/options", Contributor, IsNoted: false),
        new("POST", "/account/passkeys", Contributor),
        new("POST", "/account/passkeys/remove", Contributor),
        new("POST", "/account/keys", Contributor),
        new("POST", "/account/keys/remove", Contributor),
        new("GET", "/people", Administrator),
        new("POST", "/people", Administrator),
        new("POST", "/people/{id:int}", Administrator),
        new("POST", "/people/{id:int}/link", Administrator),
        new("GET", "/audit", Administrator),
        new("GET", "/audit.csv", Administrator),
        new("GET", "/push/{token}", null),
        // Takes articles in, for a hub that knows the token and has signed: no person did it.
        new("POST", "/push/{token}", null, IsNoted: false, NeedsFormToken: false),
        new("GET", "/docs/api", null),
        new("GET", "/health/live", null),
        new("GET", "/health/ready", null),
    ];

    public static string PolicyOf(AccountRole role) => $"page:{role}";

    /// <summary>Binds an endpoint to its rule.</summary>
    public static void Bind(EndpointBuilder endpoint)
    {
        var pattern = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!;
        var methods = endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? ["*"];
        foreach (var method in methods)
        {
            var rule = Rules.SingleOrDefault(rule => rule.Method == method && rule.Path == $"/{pattern.Trim('/')}")
                ?? throw new InvalidOperationException($"{method} {pattern} has no rule in {nameof(PageTable)}.");
            endpoint.Metadata.Add(rule);
            // The framework asks only where a handler reads fields of a form.
            endpoint.Metadata.Add(new RequireAntiforgeryTokenAttribute(rule.NeedsFormToken));
            if (rule.Role is { } role) endpoint.Metadata.Add(new AuthorizeAttribute(PolicyOf(role)));
        }
    }
}
