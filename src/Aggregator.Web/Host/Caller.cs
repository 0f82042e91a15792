using System.Globalization;
using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;

namespace Aggregator.Web.Host;

/// <summary>Who calls: the account behind the key or the session.</summary>
internal static class Caller
{
    public static int IdOf(HttpContext http) => int.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    public static string NameOf(HttpContext http) => http.User.FindFirstValue(ClaimTypes.GivenName) ?? "";

    public static AccountRole RoleOf(ClaimsPrincipal user) => AccountClaims.RoleOf(user);

    /// <summary>A write of this caller's, now.</summary>
    public static Writing Writes(HttpContext http, TimeProvider clock, RevisionCause cause = RevisionCause.Save, string? note = null) => new(IdOf(http), clock.GetUtcNow(), cause, note);
}
