using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Text;

/// <summary>Own texts with what their feeds and pages declare (declared-languages.tsv), written before the rule.</summary>
public sealed class LanguageEvidenceTests
{
    public static TheoryData<string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string>();
        var path = Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Text", "declared-languages.tsv");
        foreach (var parts in File.ReadLines(path).Where(line => line[0] != '#').Select(line => line.Split('\t'))) cases.Add(parts[0], parts[1], parts[2], parts[3]);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatIsDeclaredAndWhatIsWrittenTellTheLanguageTogether(string kind, string language, string declared, string text)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(language == "-" ? null : language, LanguageEvidence.Of(text, [.. declared.Split(' ').Select(tag => tag == "-" ? null : tag)]));
    }

    [Theory]
    [InlineData("und")]
    [InlineData("mul")]
    [InlineData("x-none")]
    [InlineData("english")]
    [InlineData(" ")]
    [InlineData(null)]
    public void WhatNamesNoLanguageCountsForNothing(string? tag)
    {
        Assert.Null(LanguageEvidence.Of("Novak Djokovic 2026", tag));
        Assert.Equal("fr", LanguageEvidence.Of("La mairie ferme trois écoles à la rentrée", tag));
    }
}
