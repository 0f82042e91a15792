using System.Buffers.Text;
using System.Security.Cryptography;
using Aggregator.Reading.Searching;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Archive;

/// <summary>Keeps searches, and finds what they find.</summary>
public static class AccountSearches
{
    private const int LongestName = 100, LongestQuery = 500, TokenBytes = 16;

    /// <summary>Why a search cannot be kept, in both languages; null when it can.</summary>
    /// <returns>The field, and what to do.</returns>
    public static (string Field, string French, string English)? Problem(string? name, string? query) =>
        string.IsNullOrWhiteSpace(query) || query.Length > LongestQuery ? ("query", "Donnez une recherche de 1 à 500 caractères.", "Give a query of 1 to 500 characters.")
        : SearchSyntax.Read(query).Fault is { } fault ? ("query", fault.French, fault.English)
        : name?.Length > LongestName || (name is not null && string.IsNullOrWhiteSpace(name)) ? ("name", "Donnez un nom de 1 à 100 caractères, ou laissez vide.", "Give a name of 1 to 100 characters, or leave it out.")
        : null;

    /// <summary>Keeps a search of an account; what is there already is new to nobody.</summary>
    /// <returns>Null when the account has <see cref="SavedSearch.MostOfAccount"/> already.</returns>
    public static Task<SavedSearch?> KeepAsync(AggregatorDb db, int account, string? name, string query, bool isAlert, DateTimeOffset now, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            if (await db.SavedSearches.CountAsync(row => row.AccountId == account, inner) >= SavedSearch.MostOfAccount) return null;
            var kept = new SavedSearch
            {
                AccountId = account, Name = name ?? Beginning(query), Query = query, IsAlert = isAlert, MadeAt = now,
                Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)), LastArticle = await db.Articles.MaxAsync(article => (int?)article.Id, inner) ?? 0,
            };
            db.Add(kept);
            await db.SaveChangesAsync(inner);
            return kept;
        },
        stop);

    /// <summary>The articles it finds, the latest first.</summary>
    /// <param name="after">Only articles that came after this one.</param>
    public static async Task<IReadOnlyList<Article>> FindAsync(AggregatorDb db, string query, int after, int most, DateTimeOffset now, CancellationToken stop)
    {
        var found = await ArticleSearch.FindAsync(await db.SessionAsync(stop), query, now, stop);
        return await db.Articles.AsNoTracking().Include(article => article.Text).Where(article => found.Ids.Contains(article.Id) && article.Id > after && article.Copy == null)
            .OrderByDescending(article => article.Time).ThenByDescending(article => article.Id).Take(most).ToListAsync(stop);
    }

    private static string Beginning(string query) => query.Trim() is var whole && whole.Length <= LongestName ? whole : whole[..(char.IsHighSurrogate(whole[LongestName - 1]) ? LongestName - 1 : LongestName)];
}
