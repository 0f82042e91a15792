using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Aggregator.Sending;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>
/// Takes subscribers in from another program. Sends no mail. Whoever has unsubscribed here stays unsubscribed whatever the file says;
/// whoever has confirmed here stays confirmed unless the file says that they left.
/// </summary>
internal sealed class SubscriberImport(Func<AggregatorDb> databases, TimeProvider clock)
{
    /// <summary>All rows, or none when the database cannot take them.</summary>
    public async Task<SubscriberImported> RunAsync(int publicationId, IReadOnlyList<SubscriberRow> rows, bool isDryRun, CancellationToken stop)
    {
        await using var db = databases();
        return await db.WriteAsync(inner => RunAsync(db, publicationId, rows, isDryRun, inner), stop);
    }

    private async Task<SubscriberImported> RunAsync(AggregatorDb db, int publicationId, IReadOnlyList<SubscriberRow> rows, bool isDryRun, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var known = await db.Subscribers.Include(subscriber => subscriber.Subscriptions).ToDictionaryAsync(subscriber => subscriber.AddressKey, StringComparer.Ordinal, stop);
        var tokens = known.Values.SelectMany(subscriber => subscriber.Subscriptions).Select(consent => consent.UnsubscribeToken).ToHashSet(StringComparer.Ordinal);
        var problems = new List<SubscriberProblem>();
        int added = 0, changed = 0, unchanged = 0, stayAway = 0;
        foreach (var row in rows)
        {
            var subscriber = known.GetValueOrDefault(MailAddressSyntax.KeyOf(row.Address));
            if (subscriber?.Subscriptions.Find(consent => consent.PublicationId == publicationId) is { } consent)
            {
                if (consent.State == SubscriptionState.Ended && row.State != SubscriptionState.Ended) stayAway++;
                else if (Change(consent, row, now)) changed++;
                else unchanged++;
                continue;
            }

            if (row.UnsubscribeToken is { } token && !tokens.Add(token))
            {
                problems.Add(new(row.Line, "unsubscribe_token belongs to somebody else already: leave it out for a new one."));
                continue;
            }

            if (subscriber is null) db.Add(subscriber = Subscriber(row, now));
            subscriber.Subscriptions.Add(Consent(publicationId, row, now));
            added++;
        }

        if (!isDryRun) await db.SaveChangesAsync(stop);
        return new(added, changed, unchanged, stayAway, problems);
    }

    private static bool Change(Subscription consent, SubscriberRow row, DateTimeOffset now)
    {
        if (row.State == consent.State || row.State == SubscriptionState.Pending) return false;
        consent.State = row.State;
        consent.ConfirmationHash = null;
        if (row.State == SubscriptionState.Confirmed) consent.ConfirmedAt = row.ConfirmedAt;
        else consent.EndedAt = now;
        return true;
    }

    private static Subscriber Subscriber(SubscriberRow row, DateTimeOffset now) => new()
    {
        PublicId = Guid.CreateVersion7(now), Address = row.Address, AddressKey = MailAddressSyntax.KeyOf(row.Address), Name = row.Name, MadeAt = now,
    };

    private static Subscription Consent(int publicationId, SubscriberRow row, DateTimeOffset now) => new()
    {
        PublicationId = publicationId, State = row.State, AskedAt = now, ConfirmedAt = row.ConfirmedAt,
        EndedAt = row.State == SubscriptionState.Ended ? now : null,
        UnsubscribeToken = row.UnsubscribeToken ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
    };
}

/// <summary>What came of an import.</summary>
/// <param name="Added">New subscriptions.</param>
/// <param name="Changed">Subscriptions that the file confirmed or ended.</param>
/// <param name="Unchanged">Subscriptions about which the file says nothing new.</param>
/// <param name="StayedAway">People who unsubscribed here before and stay so.</param>
/// <param name="Problems">Rows that could not be taken.</param>
internal sealed record SubscriberImported(int Added, int Changed, int Unchanged, int StayedAway, IReadOnlyList<SubscriberProblem> Problems)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Added} added, {Changed} changed, {Unchanged} unchanged, {StayedAway} had unsubscribed and stay so");
}
