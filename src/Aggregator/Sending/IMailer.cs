namespace Aggregator.Sending;

/// <summary>Hands mails over: to a folder (<see cref="PickupFolder"/>), or to a server.</summary>
public interface IMailer
{
    /// <summary>
    /// Hands one mail over. What goes wrong with the mail or the transport is the outcome; only <paramref name="stop"/> throws, and only
    /// while nothing has been handed over. Safe to call from several threads, and again with the same message.
    /// </summary>
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken stop);
}

/// <summary>What came of an attempt.</summary>
/// <param name="Result">The kind of outcome.</param>
/// <param name="Detail">What its sentence names: the rule that was broken, the folder, the words of the system; null when nothing.</param>
public sealed record MailOutcome(MailResult Result, string? Detail = null)
{
    /// <summary>The mail is on its way; another attempt would only find it there.</summary>
    public bool IsDone => Result is MailResult.HandedOver or MailResult.AlreadyThere;

    /// <summary>The same mail may go through later, when the operator has done what the sentence says.</summary>
    public bool MayTryAgain => Result is MailResult.DiskFull or MailResult.NoRights or MailResult.TransportFault;
}

/// <summary>The kinds of outcome. The numbers may be stored.</summary>
public enum MailResult
{
    /// <summary>Handed over by this attempt.</summary>
    HandedOver = 0,

    /// <summary>A mail with this Message-ID had been handed over before; nothing was done.</summary>
    AlreadyThere = 1,

    /// <summary>The mail breaks a rule of <see cref="MailRules"/>; it never will be sent as it is.</summary>
    Unwritable = 2,

    /// <summary>No space is left where mails are put.</summary>
    DiskFull = 3,

    /// <summary>This process may not write there.</summary>
    NoRights = 4,

    /// <summary>The transport failed in another way.</summary>
    TransportFault = 5,
}
