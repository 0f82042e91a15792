using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Comments;

/// <summary>Makes links for guests and knows them again.</summary>
internal static class Guests
{
    /// <summary>Why a link cannot be made; null when it can.</summary>
    public static string? Problem(string? name, int days) =>
        string.IsNullOrWhiteSpace(name) || name.Length > 200 ? "name" : days is < 1 or > GuestLink.MostDays ? "days" : null;

    /// <returns>The link's row, stored, and its token, which is nowhere else.</returns>
    public static async Task<(GuestLink Link, string Token)> InviteAsync(AggregatorDb db, int issueId, string name, int days, int? by, DateTimeOffset now, CancellationToken stop)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new GuestLink { IssueId = issueId, TokenHash = HashOf(token), Name = name, MadeById = by, MadeAt = now, ExpiresAt = now.AddDays(days) };
        db.Add(link);
        await db.SaveChangesAsync(stop);
        return (link, token);
    }

    /// <returns>The link and the public id of its draft; null when it is unknown or over, or the draft is one no more.</returns>
    public static async Task<(GuestLink Link, Guid Issue)?> FindAsync(AggregatorDb db, string token, DateTimeOffset now, CancellationToken stop)
    {
        var hash = HashOf(token);
        var found = await (from link in db.GuestLinks.AsNoTracking()
                           join issue in db.Issues on link.IssueId equals issue.Id
                           where link.TokenHash == hash && link.ExpiresAt > now && IssueStates.Open.Contains(issue.State)
                           select new { link, issue.PublicId }).FirstOrDefaultAsync(stop);
        return found is null ? null : (found.link, found.PublicId);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
