using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Reading.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>Tells the owners of saved searches what is new, each search at most once a day and only when there is something.</summary>
public sealed class SearchMail(Func<AggregatorDb> databases, IMailer mailer, MailLinks links, TimeProvider clock)
{
    private const int Named = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <returns>How many mails were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var due = await db.SavedSearches.Where(search => search.IsAlert && (search.MailedAt == null || search.MailedAt <= now - Pause)).OrderBy(search => search.Id).ToListAsync(stop);
        if (due.Count == 0) return 0;
        var publication = await db.Publications.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(stop);
        // A closed account asks for nothing any more.
        var accounts = (await db.Users.AsNoTracking().Where(account => account.Email != null).ToListAsync(stop)).Where(account => !(account.LockoutEnd > now)).ToDictionary(account => account.Id);
        var handedOver = 0;
        foreach (var search in due.Where(search => accounts.ContainsKey(search.AccountId)))
        {
            var found = await AccountSearches.FindAsync(db, search.Query, search.LastArticle, Named, now, stop);
            if (found.Count == 0) continue;
            var account = accounts[search.AccountId];
            var from = publication is null ? new Mailbox("Social Report", account.Email!) : new(publication.SenderName, publication.SenderAddress);
            if (!(await mailer.SendAsync(Message(search, found, account, from, now, (publication?.Language ?? "fr") == "fr"), stop)).IsDone) continue;
            // Written for each mail: what comes after a stop is not told twice.
            (search.MailedAt, search.LastArticle) = (now, Math.Max(search.LastArticle, found.Max(article => article.Id)));
            await db.SaveChangesAsync(stop);
            handedOver++;
        }

        return handedOver;
    }

    private MailMessage Message(SavedSearch search, IReadOnlyList<Article> found, Account account, Mailbox from, DateTimeOffset now, bool french)
    {
        var text = new StringBuilder();
        foreach (var article in found) text.Append(article.Title).Append('\n').Append(links.Article(article.Id)).Append("\n\n");
        text.Append(french ? FrenchTypography.Space("Toute la recherche :") : "The whole search:").Append(' ').Append(links.Search(search.Query));
        var said = text.ToString();
        return new()
        {
            From = from,
            To = new(account.Name, account.Email!),
            Subject = french ? FrenchTypography.Space($"{search.Name} : du nouveau") : $"{search.Name}: something new",
            Text = said,
            Html = $"<!doctype html><html lang=\"{(french ? "fr" : "en")}\"><body><p>{WebUtility.HtmlEncode(said).Replace("\n\n", "</p><p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)}</p></body></html>",
            MessageId = MessageIds.Of(
                new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"search {search.Id} {found.Max(article => article.Id)}")).AsSpan(0, 16)), account.Id, from.Address[(from.Address.LastIndexOf('@') + 1)..]),
            Date = now,
        };
    }
}
