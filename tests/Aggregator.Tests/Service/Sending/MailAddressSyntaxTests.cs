using System.Diagnostics;
using System.Text.Json;
using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

public sealed class MailAddressSyntaxTests
{
    [SharedFact]
    public void Every_row_of_the_table_is_as_expected()
    {
        var rows = File.ReadLines(Shared.Path("corpus", "hostile", "email_addresses.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(rows.Count >= 67);
        foreach (var row in rows)
        {
            var accepted = MailAddressSyntax.TryParse(row.GetProperty("address").GetString(), out var address);
            Assert.True(accepted == (row.GetProperty("expect").GetString() == "accept"), $"{row.GetProperty("id")} {row.GetProperty("note")}: {address}");
            if (accepted) Assert.Equal(address, MailAddressSyntax.Read(address).Address);
        }
    }

    [Theory]
    [InlineData("\u200Bclaire@press.example")]
    [InlineData("claire@press.example\uFEFF")]
    [InlineData("\uFEFF \u200E claire@press.example \u2060")]
    [InlineData("\u202Aclaire@press.example\u202C")]
    [InlineData("\u00ADclaire@press.example\u200D\u00A0")]
    public void What_nobody_sees_around_an_address_is_no_part_of_it(string typed) => Assert.Equal("claire@press.example", MailAddressSyntax.Read(typed).Address);

    [Fact]
    public void Invisible_characters_alone_are_nothing() => Assert.Equal(MailAddressFault.Empty, MailAddressSyntax.Read("\u200B\uFEFF").Fault);

    [Fact]
    public void Inside_an_address_they_are_a_fault() => Assert.NotEqual(MailAddressFault.None, MailAddressSyntax.Read("cla\u200Bire@press.example").Fault);

    [Theory]
    [InlineData(" Anne.Dupont@EXAMPLE.org\t", "Anne.Dupont@example.org")]
    [InlineData("anne@Café.example", "anne@xn--caf-dma.example")]
    [InlineData("anne@cafe\u0301.example", "anne@xn--caf-dma.example")]
    [InlineData("anne@例え.jp", "anne@xn--r8jz45g.jp")]
    [InlineData("anne@ex\u0430mple.org", "anne@xn--exmple-4nf.org")]
    public void Accepted_as(string typed, string address) => Assert.Equal(address, MailAddressSyntax.Read(typed).Address);

    [Theory]
    [InlineData(null, MailAddressFault.Empty)]
    [InlineData(" \t", MailAddressFault.Empty)]
    [InlineData("anne", MailAddressFault.Incomplete)]
    [InlineData("@example.org", MailAddressFault.Incomplete)]
    [InlineData("anne@", MailAddressFault.Incomplete)]
    [InlineData("Anne <anne@example.org>", MailAddressFault.NotOneAddress)]
    [InlineData("a@b.example, c@d.example", MailAddressFault.NotOneAddress)]
    [InlineData("zoé@example.org", MailAddressFault.NonAsciiLocalPart)]
    [InlineData("\"a b\"@example.org", MailAddressFault.LocalPart)]
    [InlineData("a..b@example.org", MailAddressFault.LocalPart)]
    [InlineData("anne@example", MailAddressFault.Domain)]
    [InlineData("anne@10.0.0.1", MailAddressFault.Domain)]
    [InlineData("anne@exa\u200bmple.org", MailAddressFault.Domain)]
    [InlineData("anne@example.org\u0130", MailAddressFault.Domain)]
    [InlineData("anne@a\ud800.org", MailAddressFault.Domain)]
    public void Refused_because(string? typed, MailAddressFault fault)
    {
        Assert.Equal(new MailAddressReading(null, fault), MailAddressSyntax.Read(typed));
        Assert.NotEqual(MailAddressFaultWords.Say(fault, "en"), MailAddressFaultWords.Say(fault, "fr"));
        Assert.DoesNotContain("nknown", MailAddressFaultWords.Say(fault, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_that_grows_too_long_in_ascii_is_refused()
    {
        var label = new string('é', 45);
        Assert.Equal(MailAddressFault.TooLong, MailAddressSyntax.Read($"{new string('a', 64)}@{string.Join('.', Enumerable.Repeat(label, 4))}.fr").Fault);
    }

    [Fact]
    public void One_person_has_one_key() =>
        Assert.Equal(MailAddressSyntax.KeyOf("anne@example.org"), MailAddressSyntax.KeyOf(MailAddressSyntax.Read("ANNE@EXAMPLE.ORG").Address!));

    [Fact]
    public void A_megabyte_is_refused_at_once()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(MailAddressFault.TooLong, MailAddressSyntax.Read(string.Concat(Enumerable.Repeat("a@a.", 250_000))).Fault);
        Assert.True(watch.ElapsedMilliseconds < 500);
    }
}
