using Aggregator.Sending;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>A subscriber as a CSV file names it; understood.</summary>
/// <param name="Line">1-based line of the file where the row begins.</param>
/// <param name="Address">As <see cref="MailAddressSyntax"/> gave it.</param>
/// <param name="Name">What to call them, or null.</param>
/// <param name="State">Confirmed only with <paramref name="ConfirmedAt"/>.</param>
/// <param name="ConfirmedAt">When they agreed, elsewhere; null unless confirmed.</param>
/// <param name="UnsubscribeToken">The word in unsubscribe addresses that are out already, or null.</param>
internal sealed record SubscriberRow(int Line, string Address, string? Name, SubscriptionState State, DateTimeOffset? ConfirmedAt, string? UnsubscribeToken);

/// <summary>A row that cannot be used, and why, in a sentence.</summary>
internal sealed record SubscriberProblem(int Line, string Message);

/// <summary>What a CSV file says.</summary>
internal sealed record SubscriberReading(IReadOnlyList<SubscriberRow> Rows, IReadOnlyList<SubscriberProblem> Problems);
