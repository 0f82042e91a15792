using Aggregator.Accounts;

namespace Aggregator.Web.Host;

/// <summary>What an endpoint says of itself where it is mapped (<see cref="PageEndpoints.For"/>, <see cref="Api.ApiEndpoints.For"/>).</summary>
/// <param name="Method">HTTP method; <c>*</c> for any.</param>
/// <param name="Path">Route; of the API below <see cref="Api.ApiHost.Root"/>.</param>
/// <param name="Role">The least role that may call it; the roles above may too. Null: everybody, signed in or not.</param>
/// <param name="IsNoted">
/// Whether what it changes is noted in the audit log. Not what changes nothing, such as a preview, and not what machines bring of
/// themselves, such as a hub's push.
/// </param>
internal abstract record EndpointRule(string Method, string Path, AccountRole? Role, bool IsNoted)
{
    /// <summary>"GET /sources".</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>Whether it may change something, so that another site must not be able to send it in a visitor's name.</summary>
    public bool IsChange => Method is not ("GET" or "HEAD");

    /// <summary>Name of the policy that lets a role in, and those above it.</summary>
    /// <param name="door"><c>page</c> or <c>api</c>: who is sent to the sign-in page, and who is told by problem+json.</param>
    /// <param name="role">The least role.</param>
    public static string PolicyOf(string door, AccountRole role) => $"{door}:{role}";
}

/// <summary>A page, a form, or what a machine fetches that no program of the API is.</summary>
/// <param name="Exemption">
/// Why what is sent there need not show the anti-forgery token of a page of ours: there the token in the address, or a signature, is
/// what it shows. Null: it must.
/// </param>
/// <inheritdoc cref="EndpointRule"/>
internal sealed record PageRule(string Method, string Path, AccountRole? Role, bool IsNoted = true, string? Exemption = null) : EndpointRule(Method, Path, Role, IsNoted)
{
    public const string Door = "page";

    public bool NeedsFormToken => Exemption is null;

    /// <summary>What it does is noted in the audit log.</summary>
    public bool IsAudited => Method == "POST" && IsNoted;
}
