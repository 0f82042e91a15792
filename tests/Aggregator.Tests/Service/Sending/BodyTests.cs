using System.Text;
using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

/// <summary>Transport encoding of the two parts.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("a\nb\rc\r\nd", "a\r\nb\r\nc\r\nd")]
    [InlineData("a\n\n\r\r\n", "a\r\n\r\n\r\n\r\n")]
    [InlineData("end ", "end=20")]
    [InlineData("end\t\nx  \n", "end=09\r\nx =20\r\n")]
    [InlineData("a=b", "a=3Db")]
    [InlineData(".", "=2E")]
    [InlineData(".\r\nMAIL FROM:<x@y>", "=2E\r\nMAIL FROM:<x@y>")]
    [InlineData("a\n..\nb.", "a\r\n=2E.\r\nb.")]
    [InlineData("From here\nFromage\n>From", "=46rom here\r\nFromage\r\n>From")]
    [InlineData("« Où\u202f? »\u00a0", "=C2=AB O=C3=B9=E2=80=AF? =C2=BB=C2=A0")]
    [InlineData("a\0b\u007f\f", "a=00b=7F=0C")]
    [InlineData("", "")]
    public void Quoted_printable(string text, string wire)
    {
        // Enough ASCII behind it, so that quoted-printable is the shorter one.
        var tail = "\n" + new string('x', 70);
        var (encoding, content) = TextPart(text + tail);
        Assert.Equal("quoted-printable", encoding);
        Assert.Equal(wire + "\r\n" + new string('x', 70), content);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("half=EF=BF=BD of a pair", TextPart("half\ud83d of a pair").Content);

    [Fact]
    public void A_text_that_is_all_escapes_goes_as_base64_with_canonical_line_ends()
    {
        var (encoding, content) = TextPart("Привет, мир\nкак дела");
        Assert.Equal("base64", encoding);
        Assert.Equal("Привет, мир\r\nкак дела", Encoding.UTF8.GetString(Convert.FromBase64String(content)));
    }

    [Fact]
    public void The_shorter_encoding_is_taken()
    {
        for (var escapes = 0; escapes <= 300; escapes++)
        {
            var (encoding, content) = TextPart(new string('a', 300 - escapes) + new string('é', escapes));
            var base64 = ((300 + escapes + 2) / 3 * 4) + ((300 + escapes - 1) / 57 * 2);
            Assert.True(content.Length <= base64);
            Assert.Equal(encoding == "base64", content.Length == base64 && !content.Contains("=C3", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_character_is_never_torn_by_a_soft_break()
    {
        for (var shift = 0; shift < 80; shift++)
        {
            var lines = TextPart(new string('a', shift) + "é€😀" + new string('b', 200)).Content.Split("=\r\n");
            Assert.Contains(lines, line => line.Contains("=C3=A9", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("=E2=82=AC", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("=F0=9F=98=80", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_dot_that_a_soft_break_brings_to_the_front_is_escaped()
    {
        for (var shift = 70; shift < 80; shift++)
            Mails.AssertOnWire(MimeWriter.Write(Mails.Plain with { Text = new string('a', shift) + "....From From " + new string('.', 200) }), $"{shift}");
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('漢')]
    [InlineData(' ')]
    [InlineData('\n')]
    public void A_megabyte_without_a_break_keeps_lines_short(char c) =>
        Mails.AssertOnWire(MimeWriter.Write(Mails.Plain with { Text = new string(c, 1_000_000), Html = new string(c, 1_000_000) }), "megabyte");

    private static (string Encoding, string Content) TextPart(string text)
    {
        var mail = MimeWriter.Write(Mails.Plain with { Text = text });
        Mails.AssertOnWire(mail, text);
        var part = Encoding.ASCII.GetString(mail).Split("\r\n--=_")[1];
        var head = part.Split("\r\n\r\n")[0];
        return (head.Split("Encoding: ")[1], part[(head.Length + 4)..]);
    }
}
