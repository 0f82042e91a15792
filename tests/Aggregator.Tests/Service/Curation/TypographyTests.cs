using Aggregator.Curation.Checks;
using Aggregator.Curation.Text;

namespace Aggregator.Tests.Service.Curation;

/// <summary>What typography finds, and that each repair is right and leaves nothing to find.</summary>
public sealed class TypographyTests
{
    [Theory]
    [InlineData("fr", "Il dit : \"non\" ; vraiment ?", "Il dit\u00A0: «\u00A0non\u00A0»\u202F; vraiment\u202F?")]
    [InlineData("fr", "«carburant» et « pas »", "«\u00A0carburant\u00A0» et «\u00A0pas\u00A0»")]
    [InlineData("fr", "L'Europe attend...  Encore!", "L’Europe attend… Encore\u202F!")]
    [InlineData("fr", "À 10:30, voir https://a.example/?b=1;c : 12 % et 3 €.", "À 10:30, voir https://a.example/?b=1;c\u00A0: 12\u00A0% et 3\u00A0€.")]
    [InlineData("en", "He said : \"no\" ; it's late...", "He said: “no”; it’s late…")]
    [InlineData("en", "Fine. It is 10:30 (really).", "Fine. It is 10:30 (really).")]
    public void EveryRepairTogetherGivesTheRightText(string language, string text, string right)
    {
        var mended = Mend(text, language == "fr");
        Assert.Equal(right, mended);
        Assert.Empty(Typography.Of(Unit(mended), language == "fr"));
    }

    private static string Mend(string text, bool isFrench)
    {
        for (var round = 0; round < 50; round++)
        {
            if (Typography.Of(Unit(text), isFrench).FirstOrDefault()?.Repair is not { } repair) return text;
            text = text[..repair.Start] + repair.Text + text[(repair.Start + repair.Length)..];
        }

        return text;
    }

    private static TextUnit Unit(string text) => new(null, "intro", null, new(BlockKind.Paragraph, [new(text)]));
}
