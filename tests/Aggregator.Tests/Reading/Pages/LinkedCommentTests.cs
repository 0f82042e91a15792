using Aggregator.Reading.Pages;
using Aggregator.Tests.Reading.Html;

namespace Aggregator.Tests.Reading.Pages;

public sealed class LinkedCommentTests
{
    [Fact]
    public void Links_in_a_comment_stay_links()
    {
        var entry = ExpectedPage.Open("Field/comment-links").Read().Entries[0];

        var comment = LinkedComment.Of(entry);

        Assert.Equal("Les mareyeurs l’avaient demandé au printemps, pour partir avant les bouchons, voir [ce dossier](https://autre.example/0) aussi.", comment);
        Assert.EndsWith("voir <a rel=\"noopener nofollow\" href=\"https://autre.example/0\">ce dossier</a> aussi.",
            LinkedComment.ToHtml(comment!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>x</b> & [y](javascript:alert(1))")]
    [InlineData("[a](https://x.example/\"onclick=alert(1))")]
    [InlineData("[<img src=x onerror=alert(1)>](https://x.example/)")]
    public void Whatever_a_comment_says_it_is_shown_as_words(string comment) => Active.AssertNone(LinkedComment.ToHtml(comment), comment);

    [Fact]
    public void A_comment_without_links_stays_as_it_is() =>
        Assert.Equal("Une [parenthèse] (sans lien).",
            LinkedComment.Of(new PageEntry { Title = "t", Comment = "Une [parenthèse] (sans lien)." }));
}
