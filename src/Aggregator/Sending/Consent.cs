using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>Consent to a publication: asked for, confirmed by the link in one mail, ended for ever by one click.</summary>
public sealed class Consent(AggregatorDb db, TimeProvider clock)
{
    /// <summary>How long a confirmation link works.</summary>
    public static readonly TimeSpan ConfirmationTime = TimeSpan.FromDays(7);

    /// <summary>Within this time somebody who asks again gets no second mail: a form must not be a means to flood a stranger's mailbox.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Notes that somebody asked for a publication at this address. Whoever has confirmed stays confirmed.</summary>
    /// <param name="publicationId">The publication.</param>
    /// <param name="address">As <see cref="MailAddressSyntax"/> gave it.</param>
    /// <param name="name">What to call them, or null.</param>
    /// <returns>The subscriber, and the token for the confirmation mail; null when consent is there already or a mail went out lately.</returns>
    public Task<(Subscriber Subscriber, string? Token)> AskAsync(int publicationId, string address, string? name, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var now = clock.GetUtcNow();
            var key = MailAddressSyntax.KeyOf(address);
            var subscriber = await db.Subscribers.Include(s => s.Subscriptions).FirstOrDefaultAsync(s => s.AddressKey == key, inner);
            if (subscriber is null) db.Add(subscriber = new() { PublicId = Guid.CreateVersion7(now), Address = address, AddressKey = key, Name = name, MadeAt = now });
            var consent = subscriber.Subscriptions.Find(s => s.PublicationId == publicationId);
            if (consent is null) subscriber.Subscriptions.Add(consent = new() { PublicationId = publicationId, UnsubscribeToken = Token() });
            string? token = null;
            if (consent.State != SubscriptionState.Confirmed && !WasAskedLately(consent, now))
            {
                token = Token();
                consent.State = SubscriptionState.Pending;
                consent.ConfirmationHash = HashOf(token);
                consent.ConfirmationUntil = now + ConfirmationTime;
                consent.AskedAt = now;
            }

            await db.SaveChangesAsync(inner);
            return (subscriber, token);
        },
        stop);

    private static bool WasAskedLately(Subscription consent, DateTimeOffset now) =>
        consent is { State: SubscriptionState.Pending, ConfirmationHash: not null } && consent.AskedAt > now - AskAgainAfter;

    /// <summary>The mail that was to ask could not be made: its token is void, and asking again makes another.</summary>
    public Task ForgetAskingAsync(int publicationId, int subscriberId, CancellationToken stop) => db.WriteAsync(
        inner => db.Subscriptions.Where(s => s.PublicationId == publicationId && s.SubscriberId == subscriberId && s.State == SubscriptionState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmationHash, (string?)null), inner),
        stop);

    /// <summary>The consent a confirmation token stands for, while it may be used; null for a wrong, used or old one.</summary>
    public async Task<Subscription?> FindAsync(string token, CancellationToken stop)
    {
        var (hash, now) = (HashOf(token), clock.GetUtcNow());
        return await db.Subscriptions.Include(s => s.Subscriber)
            .FirstOrDefaultAsync(s => s.ConfirmationHash == hash && s.ConfirmationUntil > now && s.State == SubscriptionState.Pending, stop);
    }

    /// <returns>False for a wrong, used or old token.</returns>
    public async Task<bool> ConfirmAsync(string token, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } consent) return false;
        consent.State = SubscriptionState.Confirmed;
        consent.ConfirmedAt = clock.GetUtcNow();
        consent.ConfirmationHash = null;
        consent.EndedAt = null;
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Ends consent. Doing it again changes nothing.</summary>
    /// <returns>False when no consent has this token.</returns>
    public async Task<bool> EndAsync(string unsubscribeToken, CancellationToken stop)
    {
        var consent = await db.Subscriptions.FirstOrDefaultAsync(s => s.UnsubscribeToken == unsubscribeToken, stop);
        if (consent is null) return false;
        if (consent.State == SubscriptionState.Ended) return true;
        consent.State = SubscriptionState.Ended;
        consent.EndedAt = clock.GetUtcNow();
        consent.ConfirmationHash = null;
        await db.SaveChangesAsync(stop);
        return true;
    }

    private static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
