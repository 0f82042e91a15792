using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands;

/// <summary>Finds the publication and the issue that somebody names on the command line.</summary>
internal static class PublicationChoice
{
    /// <param name="db">The database.</param>
    /// <param name="wanted">Id, number or title; null for the only one.</param>
    /// <exception cref="UnusableSettingException">None is meant, or several.</exception>
    public static async Task<Publication> PublicationAsync(AggregatorDb db, string? wanted, CancellationToken stop)
    {
        var all = await db.Publications.AsNoTracking().OrderBy(publication => publication.Id).ToListAsync(stop);
        var found = wanted is null ? all : all.Where(publication => IsMeant(publication, wanted.Trim())).ToList();
        return found switch
        {
            [var one] => one,
            [] when wanted is null => throw new UnusableSettingException("There is no publication yet: make one at the desk or with the API."),
            [] => throw new UnusableSettingException($"No publication is called {wanted}: give its id or its title ({Names(all)})."),
            _ => throw new UnusableSettingException($"Several publications could be meant: name one with --publication ({Names(found)})."),
        };
    }

    /// <param name="db">The database.</param>
    /// <param name="wanted">Public id, or the number of an issue of <paramref name="publication"/>.</param>
    /// <param name="publication">Id or title; null for the only one.</param>
    /// <exception cref="UnusableSettingException">There is no such issue.</exception>
    public static async Task<Issue> IssueAsync(AggregatorDb db, string wanted, string? publication, CancellationToken stop)
    {
        var issues = db.Issues.AsNoTracking().Include(issue => issue.Rendition);
        if (Guid.TryParse(wanted, out var id))
            return await issues.FirstOrDefaultAsync(issue => issue.PublicId == id, stop) ?? throw new UnusableSettingException($"There is no issue {wanted}.");
        if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new UnusableSettingException($"{wanted} is no issue: give its id, or its number and --publication.");
        var series = await PublicationAsync(db, publication, stop);
        return await issues.FirstOrDefaultAsync(issue => issue.PublicationId == series.Id && issue.Number == number, stop)
            ?? throw new UnusableSettingException($"{series.Title} has no issue {wanted}.");
    }

    private static bool IsMeant(Publication publication, string wanted) =>
        publication.PublicId.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || publication.Id.ToString(CultureInfo.InvariantCulture).Equals(wanted, StringComparison.Ordinal)
        || publication.Title.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static string Names(IEnumerable<Publication> publications) => string.Join(", ", publications.Select(publication => $"{publication.PublicId} {publication.Title}"));
}
