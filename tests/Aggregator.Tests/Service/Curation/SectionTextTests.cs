using System.Text.Json;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Service.Curation;

/// <summary>A section as text to write by hand: there and back without loss, and faults by line.</summary>
public sealed class SectionTextTests
{
    private static readonly Guid Earlier = Guid.Parse("0195a2f0-0000-7000-8000-000000000001");

    [Fact]
    public void MarksAreWrittenAndReadBack()
    {
        Block[] blocks =
        [
            new(BlockKind.Paragraph, [new("Selon "), new("L’Estuaire", new(MarkKind.Credit, 12)), new(", « "), new("c’est fini", new(MarkKind.Quote, 12)), new(" ».")]),
            new(BlockKind.Quote, [new("“Adoption is a choice.”")]),
            new(BlockKind.Paragraph, [new("Nous l’annoncions dans "), new("notre numéro 3", new(MarkKind.CrossReference, IssueId: Earlier)), new(".")]),
        ];

        var text = SectionText.Write(blocks);

        Assert.Equal($"Selon [[12|L’Estuaire]], « [[q:12|c’est fini]] ».\n\n> “Adoption is a choice.”\n\nNous l’annoncions dans [[issue:{Earlier}|notre numéro 3]].", text);
        Assert.Equal(Json(blocks), Json(SectionText.Read(text).Blocks));
    }

    [Fact]
    public void ListsAndImagesAreWrittenAndReadBack()
    {
        Block[] blocks =
        [
            new(BlockKind.List) { Items = [[new("un fait, selon "), new("L’Estuaire", new(MarkKind.Credit, 12))], [new("un autre")]] },
            new(BlockKind.List) { Items = [[new("d’abord")], [new("ensuite")]], IsNumbered = true },
            new(BlockKind.Image) { Image = new("https://a.example/p.png?a=1&b=2;c", "Une courbe", Caption: "Légende", Credit: "Revue", Rights: "accord") },
            new(BlockKind.Image) { Image = new("https://a.example/trait.png", IsDecorative: true) },
        ];

        var reading = SectionText.Read(SectionText.Write(blocks));

        Assert.Empty(reading.Faults);
        Assert.Equal(Json(blocks), Json(reading.Blocks));
        Assert.Empty(SectionText.Read("- \n-  ").Blocks);
    }

    [Theory]
    [InlineData("[[pas une marque]]")]
    [InlineData("a [ b ] c […] d [[ e ]] f ]] g [")]
    [InlineData("]]]] [[[[ \\ \\\\ \\[ |")]
    [InlineData("> pas une citation")]
    [InlineData("\\> ni ceci")]
    [InlineData("[")]
    [InlineData("\\")]
    public void NoWordsAreTakenForMarks(string words)
    {
        Block[] blocks = [new(BlockKind.Paragraph, [new(words)]), new(BlockKind.Paragraph, [new(words, new(MarkKind.Credit, 1)), new(words), new(words, new(MarkKind.Quote, 2))])];

        var reading = SectionText.Read(SectionText.Write(blocks));

        Assert.Empty(reading.Faults);
        Assert.Equal(Json(blocks), Json(reading.Blocks));
    }

    [Fact]
    public void AnythingComesBackAsItWas()
    {
        var words = Gen.Char["ab [[]]\\|>: é«»\u00A0"].Array[0, 7].Select(signs => $"x{SectionTextFold(new(signs))}y");
        var mark = Gen.OneOf(
            Gen.Int[1, 98].Select(article => new Mark(MarkKind.Credit, article)), Gen.Int[1, 98].Select(article => new Mark(MarkKind.Quote, article)),
            Gen.Const(new Mark(MarkKind.CrossReference, IssueId: Earlier)));
        var spans = Gen.Select(words, mark).Array[1, 4].Select(pairs => pairs.Select((pair, at) => new Span(pair.Item1, at % 2 == 0 ? null : pair.Item2)).ToList());
        Gen.Select(spans, Gen.Bool).Holds(3_000, made =>
        {
            Block[] blocks = [new(made.Item2 ? BlockKind.Paragraph : BlockKind.Quote, made.Item1)];

            var text = SectionText.Write(blocks);

            Assert.Equal(Json(blocks), Json(SectionText.Read(text).Blocks));
            Assert.Equal(text, SectionText.Write(SectionText.Read(text).Blocks));
        });
    }

    [Theory]
    [InlineData("Un.\n\nDeux [[12|L’Estuaire\n\nTrois.", 3, SectionTextFaultKind.NotClosed)]
    [InlineData("Un\ndeux [[12|a [[13|b]]", 2, SectionTextFaultKind.NotClosed)]
    [InlineData("[[12]]", 1, SectionTextFaultKind.NoWords)]
    [InlineData("[[12| ]]", 1, SectionTextFaultKind.NoWords)]
    [InlineData("\n\n\n[[x|y]]", 4, SectionTextFaultKind.NoTarget)]
    [InlineData("[[q:-1|y]]", 1, SectionTextFaultKind.NoTarget)]
    [InlineData("[[99999999999|y]]", 1, SectionTextFaultKind.NoTarget)]
    [InlineData("[[issue:12|y]]", 1, SectionTextFaultKind.NoTarget)]
    public void AFaultNamesItsLine(string text, int line, SectionTextFaultKind kind)
    {
        var fault = Assert.Single(SectionText.Read(text).Faults);

        Assert.Equal((line, kind), (fault.Line, fault.Kind));
        Assert.StartsWith($"Line {line}: ", fault.Say("en"), StringComparison.Ordinal);
        Assert.StartsWith($"Ligne {line}\u00A0: ", fault.Say("fr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\r\n ")]
    public void NothingIsNoBlocks(string? text) => Assert.Empty(SectionText.Read(text).Blocks);

    [Fact]
    public void LinesOfAParagraphAreOne() =>
        Assert.Equal(["Un deux", "trois"], SectionText.Read("Un\r\ndeux\r\n\r\n \r\n\r\ntrois\r\n").Blocks.Select(block => block.Text));

    [Theory]
    [InlineData("« Personne ne sait »", "Personne\u00A0ne sait")]
    [InlineData("Personne   ne\r\nsait", "Personne\u00A0ne sait")]
    [InlineData("personne ne sait", null)]
    [InlineData("Personne sait", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void AQuoteMustStandInTheText(string? words, string? expected) =>
        Assert.Equal(expected, Quotation.Find("Un début.\n\n« Personne\u00A0ne sait », dit-elle.", words));

    private static string SectionTextFold(string text) => System.Text.RegularExpressions.Regex.Replace(text, " +", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Json(IEnumerable<Block> blocks) => JsonSerializer.Serialize(blocks);
}
