using System.Globalization;

namespace Aggregator.Sending.Mime;

/// <summary>The fields above the body, in the order in which people read a raw mail.</summary>
internal sealed class MailHead(MailBuffer mail)
{
    private readonly HeaderField field = new(mail);

    /// <param name="message">One that <see cref="MailRules"/> finds nothing wrong with.</param>
    public void Write(MailMessage message)
    {
        Mailbox("From", message.From);
        Mailbox("To", message.To);
        if (message.ReplyTo is { } replyTo) Mailbox("Reply-To", replyTo);
        field.Begin("Subject");
        HeaderText.Write(field, HeaderText.OneLine(message.Subject));
        field.End();
        Field("Date", Date(message.Date));
        Field("Message-ID", $"<{message.MessageId}>");
        if (message.ListId is { } list) Named("List-Id", list.Name, $"<{list.Id}>");
        if (message.ListUnsubscribe is { } leave) Unsubscribe(leave);
        foreach (var (name, value) in message.ExtraHeaders) Field(MailRules.ExtraHeaderNames.TryGetValue(name, out var known) ? known : name, value);
    }

    private void Mailbox(string name, Mailbox mailbox)
    {
        var address = MailAddressSyntax.Read(mailbox.Address).Address!;
        if (string.IsNullOrWhiteSpace(mailbox.Name)) Field(name, address);
        else Named(name, mailbox.Name, $"<{address}>");
    }

    private void Named(string name, string? phrase, string value)
    {
        field.Begin(name);
        if (phrase is not null) HeaderText.WritePhrase(field, HeaderText.OneLine(phrase));
        field.Word(value);
        field.End();
    }

    private void Unsubscribe(ListUnsubscribe leave)
    {
        Field("List-Unsubscribe", leave.Mailto is null ? $"<{leave.Address}>" : $"<{leave.Address}>, <{leave.Mailto}>");
        if (FieldSyntax.IsOneClick(leave.Address)) Field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private void Field(string name, string value)
    {
        field.Begin(name);
        field.Words(value);
        field.End();
    }

    /// <summary>RFC 5322 §3.3, with the offset of the value.</summary>
    private static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
