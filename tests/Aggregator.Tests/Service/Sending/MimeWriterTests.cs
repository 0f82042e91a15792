using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_mail_looks_like_this()
    {
        var mail = Mails.Plain with
        {
            To = new("Anne Dupont", "anne@example.net"),
            Subject = "Numéro 212 : l’enquête",
            Text = "L’enquête avance, à petits pas, et la rédaction avec elle.\nBonne lecture\u202f!\n",
            ListId = new("Social Report", "social-report.example.org"),
            ListUnsubscribe = new("https://example.org/u/abc", "mailto:leave@example.org?subject=abc"),
            ExtraHeaders = [new("Precedence", "list"), new("auto-submitted", "auto-generated")],
        };

        Assert.Equal(
            """
            From: Social Report <revue@example.org>
            To: Anne Dupont <anne@example.net>
            Subject: =?utf-8?B?TnVtw6lybyAyMTIgOiBs4oCZZW5xdcOqdGU=?=
            Date: Fri, 07 Mar 2025 08:05:09 +0100
            Message-ID: <01957068000070008000000000000001.0000000007@example.org>
            List-Id: Social Report <social-report.example.org>
            List-Unsubscribe: <https://example.org/u/abc>,
             <mailto:leave@example.org?subject=abc>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            Precedence: list
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
             boundary="BOUNDARY"

            --BOUNDARY
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            L=E2=80=99enqu=C3=AAte avance, =C3=A0 petits pas, et la r=C3=A9daction avec=
             elle.
            Bonne lecture=E2=80=AF!

            --BOUNDARY
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Hello</p>
            --BOUNDARY--

            """.ReplaceLineEndings("\r\n"),
            Mails.Wire(mail).Replace(Boundary(Mails.Wire(mail)), "BOUNDARY"));
    }

    [Fact]
    public void The_same_message_gives_the_same_bytes_and_another_one_another_boundary()
    {
        var other = Mails.Plain with { MessageId = "other@example.org" };
        Assert.Equal(MimeWriter.Write(Mails.Plain), MimeWriter.Write(Mails.Plain with { }));
        Assert.NotEqual(Boundary(Mails.Wire(Mails.Plain)), Boundary(Mails.Wire(other)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("漢字")]
    public void Text_that_holds_the_boundary_does_not_end_its_part(string around)
    {
        var boundary = Boundary(Mails.Wire(Mails.Plain));
        var wire = Mails.Wire(Mails.Plain with { Text = $"{string.Concat(Enumerable.Repeat(around, 99))}\n--{boundary}--\n", Html = $"--{boundary}" });
        Assert.Equal(4, wire.Split("--" + boundary).Length);
    }

    [Fact]
    public void Without_a_list_there_is_no_list_field() =>
        Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"], Mails.FieldNames(Mails.Plain));

    [Theory]
    [InlineData("https://example.org/u", true)]
    [InlineData("http://localhost:5080/u", true)]
    [InlineData("http://127.0.0.1:5080/u", true)]
    [InlineData("http://example.org/u", false)]
    public void One_click_is_promised_over_https_and_on_this_machine_only(string address, bool promised)
    {
        var names = Mails.FieldNames(Mails.Plain with { ListUnsubscribe = new(address) });
        Assert.Contains("List-Unsubscribe", names);
        Assert.Equal(promised, names.Contains("List-Unsubscribe-Post"));
    }

    [Theory]
    [InlineData(0, 0, "Fri, 07 Mar 2025 08:05:09 +0000")]
    [InlineData(-9, -30, "Fri, 07 Mar 2025 08:05:09 -0930")]
    [InlineData(14, 0, "Fri, 07 Mar 2025 08:05:09 +1400")]
    public void The_date_keeps_its_offset(int hours, int minutes, string expected) =>
        Assert.Equal(expected, Mails.Field(Mails.Plain with { Date = new(2025, 3, 7, 8, 5, 9, new TimeSpan(hours, minutes, 0)) }, "Date"));

    [Fact]
    public void A_domain_in_its_own_script_leaves_in_ascii() =>
        Assert.Equal("=?utf-8?B?Q2Fmw6k=?= <anne@xn--caf-dma.example>", Mails.Field(Mails.Plain with { To = new("Café", "anne@Café.example") }, "To"));

    private static string Boundary(string wire) => wire.Split("boundary=\"")[1].Split('"')[0];
}
