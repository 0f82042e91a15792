using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.History;

/// <summary>Who has an issue open, and how far it has been saved.</summary>
/// <param name="Issue">Version of the issue's own fields.</param>
public sealed record IssuePresence(IReadOnlyList<PresentPerson> People, int Issue, IReadOnlyList<PresentSection> Sections)
{
    /// <summary>As it is now; null when there is no such issue.</summary>
    public static async Task<IssuePresence?> ReadAsync(AggregatorDb db, int issueId, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Issues.Where(issue => issue.Id == issueId).Select(issue => (int?)issue.Version).FirstOrDefaultAsync(stop) is not { } version) return null;
        var since = now - Presence.Lifetime;
        var people = await (from presence in db.Presences
                            join account in db.Users on presence.AccountId equals account.Id
                            where presence.IssueId == issueId && presence.SeenAt > since
                            select new PresentPerson(account.Id, account.Name, presence.SectionId)).ToListAsync(stop);
        var sections = await db.Sections.Where(section => section.IssueId == issueId).OrderBy(section => section.Position).Select(section => new PresentSection(
            section.PublicId, section.Version,
            db.Revisions.Where(row => row.IssueId == issueId && row.SectionId == section.PublicId && row.Version == section.Version)
                .OrderByDescending(row => row.Id).Select(row => db.Users.Where(account => account.Id == row.AccountId).Select(account => account.Name).FirstOrDefault()).FirstOrDefault())).ToListAsync(stop);
        return new([.. people.Distinct().OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Section)], version, sections);
    }

    /// <summary>Says that a window is open, and where; windows that nobody has heard of for long are forgotten.</summary>
    public static Task<int> NoteAsync(AggregatorDb db, Presence window, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var old = window.SeenAt - 2 * Presence.Lifetime;
            await db.Presences.Where(row => row.SeenAt < old).ExecuteDeleteAsync(inner);
            if (await db.Presences.Where(row => row.Id == window.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, window.SeenAt), inner) > 0) return 0;
            db.Add(window);
            await db.SaveChangesAsync(inner);
            db.Entry(window).State = EntityState.Detached;
            return 1;
        },
        stop);

    /// <inheritdoc/>
    public bool Equals(IssuePresence? other) => other is not null && Issue == other.Issue && People.SequenceEqual(other.People) && Sections.SequenceEqual(other.Sections);

    public override int GetHashCode() => HashCode.Combine(Issue, People.Count, Sections.Count);
}

/// <summary>Somebody with the issue open.</summary>
/// <param name="Section">Public id of the section they write in; null for none.</param>
public sealed record PresentPerson(int Account, string Name, Guid? Section);

/// <summary>A section and its version.</summary>
/// <param name="By">The name of who saved it last.</param>
public sealed record PresentSection(Guid Id, int Version, string? By);
