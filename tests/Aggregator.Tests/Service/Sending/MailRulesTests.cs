using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

/// <summary>Values that programs make are refused when they are not exactly right, with a sentence that names the field.</summary>
public sealed class MailRulesTests
{
    private static readonly (string Sentence, MailMessage Message)[] Refused =
    [
        ("From cannot be used", Mails.Plain with { From = new("x", "a@b.example, v@evil.example") }),
        ("To cannot be used", Mails.Plain with { To = new(null, "anne@example.org\r\nBcc: v@evil.example") }),
        ("most mail servers cannot deliver", Mails.Plain with { To = new(null, "zoé@example.org") }),
        ("Reply-To cannot be used", Mails.Plain with { ReplyTo = new(null, "") }),
        ("The name in Reply-To has 1001", Mails.Plain with { ReplyTo = new(new string('x', 1001), "a@example.org") }),
        ("Subject has 10001", Mails.Plain with { Subject = new string('x', 10_001) }),
        ("Message-ID", Mails.Plain with { MessageId = "x@y>\r\nX: 1" }),
        ("Message-ID", Mails.Plain with { MessageId = "<x@y.example>" }),
        ("Message-ID", Mails.Plain with { MessageId = "x@" }),
        ("Message-ID", Mails.Plain with { MessageId = "é@y.example" }),
        ("Date", Mails.Plain with { Date = default }),
        ("List-Id", Mails.Plain with { ListId = new("x", "x> <evil.example") }),
        ("List-Id", Mails.Plain with { ListId = new("x", "nodot") }),
        ("The name in List-Id", Mails.Plain with { ListId = new(new string('é', 1001), "a.example") }),
        ("List-Unsubscribe needs", Mails.Plain with { ListUnsubscribe = new("https://ok.example/u/1>, <mailto:v@evil.example") }),
        ("List-Unsubscribe needs", Mails.Plain with { ListUnsubscribe = new("https://ok.example/\u00e9") }),
        ("List-Unsubscribe needs", Mails.Plain with { ListUnsubscribe = new("javascript:alert(1)") }),
        ("List-Unsubscribe needs", Mails.Plain with { ListUnsubscribe = new("https://u:p@ok.example/") }),
        ("List-Unsubscribe needs", Mails.Plain with { ListUnsubscribe = new("https://ok.example/" + new string('x', 900)) }),
        ("second address of List-Unsubscribe", Mails.Plain with { ListUnsubscribe = new("https://ok.example/u", "leave@ok.example") }),
        ("second address of List-Unsubscribe", Mails.Plain with { ListUnsubscribe = new("https://ok.example/u", "mailto:a@b.example>\r\nX: 1") }),
        ("A field Bcc may not be set", Mails.Plain with { ExtraHeaders = [new("Bcc", "v@evil.example")] }),
        ("A field X:?? may not be set", Mails.Plain with { ExtraHeaders = [new("X:\r\n", "1")] }),
        ("Precedence is set twice", Mails.Plain with { ExtraHeaders = [new("Precedence", "list"), new("precedence", "bulk")] }),
        ("Feedback-ID must be printable", Mails.Plain with { ExtraHeaders = [new("Feedback-ID", "a\r\nX: 1")] }),
        ("Feedback-ID must be printable", Mails.Plain with { ExtraHeaders = [new("Feedback-ID", "")] }),
    ];

    [Fact]
    public void Each_is_refused_with_a_sentence()
    {
        foreach (var (sentence, message) in Refused)
        {
            var problem = Assert.Throws<UnwritableMailException>(() => MimeWriter.Write(message)).Message;
            Assert.Equal(problem, MailRules.Problem(message));
            Assert.Contains(sentence, problem, StringComparison.Ordinal);
            Assert.DoesNotContain(problem, char.IsControl);
        }
    }

    [Fact]
    public void A_mail_with_everything_is_fine() => Assert.Null(MailRules.Problem(Mails.Plain with
    {
        ReplyTo = new("Rédaction", "desk@example.org"),
        ListId = new("Revue « hebdo »", "revue.example.org"),
        ListUnsubscribe = new("https://example.org/u/1?x=%C3%A9&y=[1]", "mailto:leave@example.org?subject=x"),
        ExtraHeaders = [.. MailRules.ExtraHeaderNames.Select(name => new MailHeader(name, "<https://example.org/a>"))],
    }));
}
