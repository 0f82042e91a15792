using System.Security.Cryptography;
using System.Text;
using Aggregator.Reading.Pages;
using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>
/// An issue of a press review that a source brought: one from before this desk, or from elsewhere. Title, authors and address are its
/// article's. A section refers to it as to an issue made here.
/// </summary>
public sealed class EarlierIssue
{
    public int ArticleId { get; init; }

    /// <summary>Made of the address, so that references hold when the issue is read anew.</summary>
    public Guid PublicId { get; init; }

    /// <summary>The day in its title, midnight UTC.</summary>
    public DateTimeOffset Day { get; init; }

    public List<EarlierSection> Sections { get; init; } = [];
}

/// <summary>A section of an earlier issue.</summary>
/// <param name="Id">Made of the issue and the title.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Credits">Links it makes, in order.</param>
public sealed record EarlierSection(Guid Id, string Title, string Text, IReadOnlyList<IssueCredit> Credits);

/// <summary>Writes earlier issues down. Inside a write.</summary>
public static class EarlierIssueRows
{
    /// <summary>Keeps issues beside their articles, as they were read last.</summary>
    public static Task StoreAsync(SqlSession session, IEnumerable<(int ArticleId, string UrlKey, PageIssue Issue)> read, CancellationToken stop) => session.InsertAsync(
        "earlier_issue", ["article_id", "public_id", "day", "sections"],
        [.. read.Select(row => new object?[] { row.ArticleId, IdOf(row.UrlKey), row.Issue.Day.UtcTicks, ColumnJson.Write(SectionsOf(row.UrlKey, row.Issue)) })], stop,
        "ON CONFLICT(article_id) DO UPDATE SET day = excluded.day, sections = excluded.sections");

    private static List<EarlierSection> SectionsOf(string key, PageIssue issue) =>
        [.. issue.Sections.Select(section => new EarlierSection(IdOf($"{key}\n{section.Title}"), section.Title, section.Text, section.Credits))];

    /// <summary>An id that is the same for the same name: version 8 of RFC 9562 §5.8, the first bits of its SHA-256.</summary>
    private static Guid IdOf(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
