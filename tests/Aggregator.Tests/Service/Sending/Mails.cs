using System.Text;
using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

/// <summary>A mail to vary, and what the tests ask of any bytes on the wire.</summary>
internal static class Mails
{
    public static readonly MailMessage Plain = new()
    {
        From = new("Social Report", "revue@example.org"),
        To = new(null, "anne@example.net"),
        Subject = "Social Report 212",
        Html = "<p>Hello</p>",
        Text = "Hello",
        MessageId = MessageIds.Of(Guid.Parse("01957068-0000-7000-8000-000000000001"), 7, "example.org"),
        Date = new DateTimeOffset(2025, 3, 7, 8, 5, 9, TimeSpan.FromHours(1)),
    };

    public static string Wire(MailMessage message) => Encoding.ASCII.GetString(MimeWriter.Write(message));

    public static string Head(MailMessage message) => Wire(message).Split("\r\n\r\n")[0];

    /// <summary>The lines of the one field with this name, unfolded.</summary>
    public static string Field(MailMessage message, string name) =>
        Assert.Single(Head(message).Replace("\r\n ", " ").Split("\r\n"), line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].TrimStart();

    /// <summary>The names of the fields, in order.</summary>
    public static string[] FieldNames(MailMessage message) =>
        [.. Head(message).Split("\r\n").Where(line => line[0] != ' ').Select(line => line.Split(':')[0])];

    /// <summary>What holds for every mail: ASCII, no NUL, CR LF only in pairs, no line over 998 or (by default) over 76.</summary>
    public static void AssertOnWire(byte[] mail, string because, int longest = 76)
    {
        var text = Encoding.ASCII.GetString(mail);
        Assert.True(mail.AsSpan().IndexOfAnyExceptInRange((byte)9, (byte)126) < 0, because);
        Assert.True(text.EndsWith("\r\n", StringComparison.Ordinal), because);
        var lines = text.Split("\r\n");
        if (Array.Find(lines, line => !IsFine(line, longest)) is { } wrong) Assert.Fail($"{because}: {wrong.Length} characters: {wrong}");
    }

    private static bool IsFine(string line, int longest) =>
        line.Length <= longest && line.AsSpan().IndexOfAny('\r', '\n') < 0 && !line.StartsWith('.')
        && !line.StartsWith("From ", StringComparison.Ordinal) && !line.EndsWith(' ');
}
