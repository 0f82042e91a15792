using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Text;

public sealed class TextDirectionTests
{
    [Theory]
    [InlineData("قال الوزير", true)]
    [InlineData("« 12 % » : הדוח", true)]
    [InlineData("ܫܠܡܐ", true)]
    [InlineData("ނޫސް", true)]
    [InlineData("𞤀𞤣𞤤𞤢𞤥", true)]
    [InlineData("Le mot قال", false)]
    [InlineData("12 % !", false)]
    [InlineData("", false)]
    [InlineData("日本語", false)]
    public void TheFirstLetterDecides(string text, bool isRightToLeft) => Assert.Equal(isRightToLeft, TextDirection.IsRightToLeft(text));
}
