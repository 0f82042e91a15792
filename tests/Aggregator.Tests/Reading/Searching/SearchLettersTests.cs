using Aggregator.Reading.Searching;
using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Searching;

/// <summary>How texts are cut into the words of the index, and queries into what is asked of it.</summary>
public sealed class SearchLettersTests
{
    [Theory]
    [InlineData("Élection à Łódź, Søren", "election a lodz soren")]
    [InlineData("ŁÓDŹ ØRSTED ĐURĐEVIĆ IĞDIR Þór Æ ẞ ħal", "lodz orsted durdevic igdir thor ae ss hal")]
    [InlineData("修复", "修复 复")]
    [InlineData("修", "修")]
    [InlineData("修复完成。大桥", "修复 复完 完成 成 大桥 桥")]
    [InlineData("3月5日", "3 月 5 日")]
    [InlineData("新iPhone发布", "新 iphone 发布 布")]
    [InlineData("ガス ｶﾞｽ", "カス ス カス ス")]
    [InlineData("부산항에서", "부산 산항 항에 에서 서")]
    [InlineData("ไทย", "ไท ทย ย")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    [InlineData("Москва, Αθήνα, القدس, हिन्दी", "москва αθηνα القدس हिनदी")]
    [InlineData("", "")]
    public void TextsAreCut(string text, string words) => Assert.Equal(words, SearchLetters.Words(text));

    [Theory]
    [InlineData("修复", "修复")]
    [InlineData("修复完成", "修复 复完 完成")]
    [InlineData("修", "修*")]
    [InlineData("iPhone发", "iphone 发*")]
    [InlineData("发iPhone", "发 iphone")]
    [InlineData("修复 3", "修复 复 3")]
    [InlineData("Łódź", "lodz")]
    public void AndWhatIsAsked(string text, string words) => Assert.Equal(words, string.Join(' ', SearchLetters.Phrase(text)));

    /// <summary>The hashes of stored texts and the keys of addresses are made of it.</summary>
    [Fact]
    public void TheFoldingThatIsStoredStaysAsItWas() => Assert.Equal("łodz søren 修复", FoldedText.Of("Łódź, Søren, 修复"));

    [Fact]
    public void AHeadlineOfFiftyCharactersIsNoLongQuery()
    {
        Assert.Null(SearchSyntax.Read(new string('桥', 90)).Fault);
        Assert.NotNull(SearchSyntax.Read(new string('桥', 120)).Fault);
    }

    [Theory]
    [InlineData("桥", "港口大桥的修复。老桥。", "桥|桥")]
    [InlineData("大桥的", "港口大桥的修复。老桥。", "大桥的")]
    [InlineData("修复 iphone", "新款iphone修复了", "iphone修复")]
    [InlineData("カス", "ガスとｶﾞｽ", "ガス|ｶﾞｽ")]
    [InlineData("lodz", "Do Łodzi? Łódź!", "Łódź")]
    [InlineData("हिन्दी", "वह हिन्दी बोलता है", "हिन्दी")]
    public void HitsAreMarkedWhole(string query, string text, string hits)
    {
        var match = SearchMatch.Of(SearchSyntax.Read(query).Query!, _ => [], new(2026, 1, 1));

        var searched = SearchedText.Of(text, null, match);

        Assert.Equal(hits, string.Join('|', searched.Snippet().Where(part => part.IsHit).Select(part => part.Text)));
        Assert.Equal(text, string.Concat(searched.Snippet().Select(part => part.Text)).TrimEnd() + (text[^1] is '。' or '!' ? text[^1] : ""));
        Assert.True(searched.Score > 0);
    }
}
