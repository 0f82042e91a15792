using System.Buffers;
using System.Globalization;
using Aggregator.Sending;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>A row of the CSV file as text; says what is wrong in it, or what it means.</summary>
internal sealed record SubscriberDraft(int Line, string? Address, string? Name, string? State, string? ConfirmedAt, string? Token)
{
    private const int LongestName = 200, ShortestToken = 16, LongestToken = 200;

    private static readonly SearchValues<char> TokenLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <returns>The row, or the sentence that says why there is none.</returns>
    public (SubscriberRow? Row, string? Problem) Read(DateTimeOffset now)
    {
        var address = MailAddressSyntax.Read(Address);
        if (address.Address is null) return (null, MailAddressFaultWords.Say(address.Fault, "en"));
        if ((Name ?? "").Contains('\uFFFD', StringComparison.Ordinal)) return (null, "The name is not UTF-8: save the file as CSV UTF-8.");
        if (Name is { Length: > LongestName } || (Name ?? "").Any(char.IsControl)) return (null, $"The name is longer than {LongestName} characters or has control characters: shorten it.");
        if (!TryReadTime(out var confirmedAt)) return (null, "confirmed_at must be a date such as 2025-03-04 or 2025-03-04T08:00:00Z.");
        if (confirmedAt > now || confirmedAt?.Year < 1990) return (null, "confirmed_at must lie in the past: write when this person agreed.");
        if (Token is not null && !IsToken(Token)) return (null, $"unsubscribe_token must have {ShortestToken} to {LongestToken} letters, digits, hyphens and underscores; leave it out for a new one.");
        return StateOf(confirmedAt) is not { } state ? (null, "state must be pending, confirmed or ended; leave it out to go by confirmed_at.")
            : (new(Line, address.Address, Name, state, state == SubscriptionState.Confirmed ? confirmedAt : null, Token), null);
    }

    /// <summary>Without a date there is no proof of consent: whatever the file calls it, it is pending.</summary>
    private SubscriptionState? StateOf(DateTimeOffset? confirmedAt) => State?.ToUpperInvariant() switch
    {
        null or "CONFIRMED" => confirmedAt is null ? SubscriptionState.Pending : SubscriptionState.Confirmed,
        "PENDING" => SubscriptionState.Pending,
        "ENDED" or "UNSUBSCRIBED" => SubscriptionState.Ended,
        _ => null,
    };

    private bool TryReadTime(out DateTimeOffset? time)
    {
        time = null;
        if (ConfirmedAt is null) return true;
        if (!DateTimeOffset.TryParseExact(
            ConfirmedAt, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        time = read.ToUniversalTime();
        return true;
    }

    private static bool IsToken(string token) =>
        token.Length is >= ShortestToken and <= LongestToken && !token.AsSpan().ContainsAnyExcept(TokenLetters);
}
