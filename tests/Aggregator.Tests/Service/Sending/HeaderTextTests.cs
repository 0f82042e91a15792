namespace Aggregator.Tests.Service.Sending;

/// <summary>Subjects and names: what is written as it is, what is quoted, what is encoded.</summary>
public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData(" Week 12 ", "Week 12")]
    [InlineData("a\r\nBcc: v@evil.example", "a Bcc: v@evil.example")]
    [InlineData("a\r\n\r\n\0\u2028\u0085b", "a b")]
    [InlineData("a  b", "=?utf-8?Q?a__b?=")]
    [InlineData("=?utf-8?q?faux?=", "=?utf-8?B?PT91dGYtOD9xP2ZhdXg/PQ==?=")]
    [InlineData("Été", "=?utf-8?B?w4l0w6k=?=")]
    [InlineData("Une semaine en été", "=?utf-8?Q?Une_semaine_en_=C3=A9t=C3=A9?=")]
    public void Subject(string subject, string wire) => Assert.Equal(wire, Mails.Field(Mails.Plain with { Subject = subject }, "Subject"));

    [Theory]
    [InlineData(null, "revue@example.org")]
    [InlineData(" \r\n ", "revue@example.org")]
    [InlineData("Anne O'Neil", "Anne O'Neil <revue@example.org>")]
    [InlineData("A. Dupont", "\"A. Dupont\" <revue@example.org>")]
    [InlineData("Anne, Jean; Paul (x) <y>", "\"Anne, Jean; Paul (x) <y>\" <revue@example.org>")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\" <revue@example.org>")]
    [InlineData("directeur@banque.example", "\"directeur@banque.example\" <revue@example.org>")]
    [InlineData("=?utf-8?q?x?=", "=?utf-8?B?PT91dGYtOD9xP3g/PQ==?= <revue@example.org>")]
    [InlineData("Zoé, Éva", "=?utf-8?B?Wm/DqSwgw4l2YQ==?= <revue@example.org>")]
    public void Name(string? name, string wire) => Assert.Equal(wire, Mails.Field(Mails.Plain with { From = new(name, "revue@example.org") }, "From"));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("a\ufffdb\ufffd", Decoded(Mails.Field(Mails.Plain with { Subject = "a\ud800b\udc00" }, "Subject")));

    [Fact]
    public void A_long_subject_is_broken_between_words()
    {
        var subject = string.Join(' ', Enumerable.Repeat("quarterly", 40));
        Assert.Equal(subject, Mails.Field(Mails.Plain with { Subject = subject }, "Subject"));
        Mails.AssertOnWire(Aggregator.Sending.MimeWriter.Write(Mails.Plain with { Subject = subject }), "long subject");
    }

    [Fact]
    public void No_encoded_word_is_longer_than_75_or_holds_half_a_character()
    {
        foreach (var text in new[] { "é", "漢", "👩‍🚀", "a\u0301", "e=mc²  " }.Select(piece => string.Concat(Enumerable.Repeat(piece, 200))))
        {
            var words = Mails.Field(Mails.Plain with { Subject = text }, "Subject").Split(' ');
            Assert.True(words.Length > 3);
            Assert.All(words, word => Assert.True(word.Length <= 75 && !Decoded(word).Contains('\ufffd'), word));
            Assert.Equal(text.Trim(), string.Concat(words.Select(Decoded)));
        }
    }

    private static string Decoded(string word)
    {
        var payload = word["=?utf-8?X?".Length..^2];
        return word[8] == 'B' ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(payload))
            : Uri.UnescapeDataString(payload.Replace('_', ' ').Replace('=', '%'));
    }
}
