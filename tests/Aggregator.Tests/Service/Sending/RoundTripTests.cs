using System.Text;
using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

/// <summary>What Python's <c>email</c> package reads in our mails is what we wrote.</summary>
public sealed class RoundTripTests
{
    [PythonFact]
    public async Task Random_mails_come_back()
    {
        var letters = new Letters(20250307);
        var mails = Enumerable.Range(0, 400).Select(number => Random(letters, number)).ToList();
        await AssertComeBackAsync(mails);
    }

    [PythonFact]
    public async Task Long_and_strange_mails_come_back() => await AssertComeBackAsync(
    [
        Mails.Plain,
        Mails.Plain with { Text = "", Html = "" },
        Mails.Plain with { Subject = string.Concat(Enumerable.Repeat("é", 500)) },
        Mails.Plain with { Subject = new string('a', 5000), Text = new string('x', 2000) },
        Mails.Plain with { Text = new string('x', 1_000_000), Html = string.Concat(Enumerable.Repeat("<p>« Où\u202f? » l’été 😀</p>\n", 30_000)) },
        Mails.Plain with { Text = string.Concat(Enumerable.Repeat("漢字かな。\n", 30_000)), Html = "<p>שלום \u202eabc</p>" },
        Mails.Plain with
        {
            From = new(string.Concat(Enumerable.Repeat("É", 200)), "revue@café.example"),
            To = new("Anne \"la rédactrice\" <x@y>, (z)", new string('a', 64) + "@" + new string('b', 63) + ".example"),
            ReplyTo = new("Rédaction", "desk@example.org"),
            ListId = new("Revue « hebdo »", "revue.example.org"),
            ListUnsubscribe = new("https://example.org/u/" + new string('x', 200), "mailto:leave@example.org"),
            ExtraHeaders = [new("Feedback-ID", "212:social-report:weekly"), new("Precedence", "bulk")],
        },
    ]);

    private static MailMessage Random(Letters letters, int number) => Mails.Plain with
    {
        From = new(letters.Line(12), "revue@example.org"),
        To = new(letters.Line(30), "anne@example.net"),
        Subject = letters.Line(40),
        Text = letters.Body(12),
        Html = letters.Body(30),
        ListId = new(letters.Line(8), "revue.example.org"),
        MessageId = MessageIds.Of(Guid.Empty, number, "example.org"),
    };

    private static async Task AssertComeBackAsync(List<MailMessage> mails)
    {
        var written = mails.Select(MimeWriter.Write).ToList();
        var read = await PythonReader.ReadAsync(written);
        for (var i = 0; i < mails.Count; i++)
        {
            Mails.AssertOnWire(written[i], $"mail {i}", longest: 300);
            AssertSame(mails[i], read[i], $"mail {i}");
        }
    }

    private static void AssertSame(MailMessage mail, ReadMail read, string because)
    {
        Same(OneLine(mail.Subject), read.Headers["subject"], because + ", subject");
        AssertMailbox(mail.From, read.From, because + ", From");
        AssertMailbox(mail.To, read.To, because + ", To");
        if (mail.ReplyTo is { } replyTo) AssertMailbox(replyTo, read.ReplyTo, because + ", Reply-To");
        Same(Text(mail.Text), read.Text, because + ", text");
        Same(Text(mail.Html), read.Html, because + ", html");
        Assert.Equal(["text/plain", "text/html"], read.Types);
        Assert.Equal(mail.Date, read.Date);
        Same($"<{mail.MessageId}>", read.Headers["message-id"], because);
        if (mail.ListUnsubscribe is { } leave) Assert.Contains($"<{leave.Address}>", read.Headers["list-unsubscribe"], StringComparison.Ordinal);
        foreach (var (name, value) in mail.ExtraHeaders) Same(value, read.Headers[name.ToLowerInvariant()], because);
        Assert.Equal(Mails.FieldNames(mail), read.Names);
        Assert.True(read.Defects.Length == 0, $"{because}: {string.Join("; ", read.Defects)}");
    }

    private static void AssertMailbox(Mailbox expected, string[][] read, string because)
    {
        var mailbox = Assert.Single(read);
        Same(OneLine(expected.Name ?? ""), mailbox[0], because);
        // policy.default is free with spaces in names (see read_mail.py); all else must be the same.
        Same(WithoutSpace(mailbox[0]), WithoutSpace(mailbox[2]), because + ", as policy.default reads it");
        Same(MailAddressSyntax.Read(expected.Address).Address!, mailbox[1], because);
    }

    private static void Same(string expected, string actual, string because) =>
        Assert.True(expected == actual, $"{because}: expected {Escaped(expected)}, read {Escaped(actual)}");

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string OneLine(string text) => WellFormed(text).Trim(' ');

    /// <summary>As Python gives it back: line ends as it found them, CR LF in ours.</summary>
    private static string Text(string text) => WellFormed(text).Replace("\r\n", "\n").Replace('\r', '\n').Replace("\n", "\r\n");

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Escaped(string text) => System.Text.Json.JsonSerializer.Serialize(text.Length > 3000 ? text[..3000] : text);
}
