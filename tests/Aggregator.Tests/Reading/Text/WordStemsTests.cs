using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Text;

/// <summary>Forms of one word meet, other words do not.</summary>
public sealed class WordStemsTests
{
    [Theory]
    [InlineData("fr", "national nationaux nationale nationales")]
    [InlineData("fr", "impôt impôts")]
    [InlineData("fr", "journal journaux")]
    [InlineData("fr", "cheval chevaux")]
    [InlineData("fr", "travail travaux")]
    [InlineData("fr", "vitrail vitraux")]
    [InlineData("fr", "bateau bateaux")]
    [InlineData("fr", "feu feux")]
    [InlineData("fr", "genou genoux")]
    [InlineData("fr", "œil yeux")]
    [InlineData("fr", "ciel cieux")]
    [InlineData("fr", "heureux heureuse heureuses")]
    [InlineData("fr", "actif active actifs actives")]
    [InlineData("fr", "acteur actrice acteurs actrices")]
    [InlineData("fr", "chanteur chanteuse chanteuses")]
    [InlineData("fr", "professionnel professionnelle professionnels professionnelles")]
    [InlineData("fr", "européen européenne européens européennes")]
    [InlineData("fr", "bon bonne bons bonnes")]
    [InlineData("fr", "premier première premiers premières")]
    [InlineData("fr", "complet complète complets complètes")]
    [InlineData("fr", "nouveau nouvelle nouveaux nouvelles nouvel")]
    [InlineData("fr", "beau belle beaux belles")]
    [InlineData("fr", "public publique publics publiques")]
    [InlineData("fr", "grand grande grands grandes")]
    [InlineData("fr", "voter vote votes votent votait votaient votera voteront voté votée votés votées")]
    [InlineData("fr", "finir finit finissent finissait fini finie")]
    [InlineData("fr", "élection élections")]
    [InlineData("fr", "député députée députés députées")]
    [InlineData("fr", "pays")]
    [InlineData("en", "city cities")]
    [InlineData("en", "tax taxes taxed taxing")]
    [InlineData("en", "house houses housed housing")]
    [InlineData("en", "church churches")]
    [InlineData("en", "vote votes voted voting")]
    [InlineData("en", "stop stops stopped stopping")]
    [InlineData("en", "carry carries carried carrying")]
    [InlineData("en", "child children")]
    [InlineData("en", "woman women")]
    [InlineData("en", "wolf wolves")]
    [InlineData("en", "knife knives")]
    [InlineData("en", "crisis crises")]
    [InlineData("en", "criterion criteria")]
    [InlineData("en", "foot feet")]
    [InlineData("en", "hero heroes")]
    [InlineData("en", "class classes")]
    [InlineData("en", "take takes took taken taking")]
    [InlineData("en", "sell sells sold selling")]
    [InlineData("en", "agree agrees agreed agreeing")]
    [InlineData("en", "bus buses")]
    [InlineData("en", "study studies studied studying")]
    [InlineData("en", "play plays played playing")]
    public void FormsOfOneWordHaveOneStem(string language, string forms) =>
        Assert.Single(forms.Split(' ').Select(form => WordStems.OfText(form, language)).Distinct(StringComparer.Ordinal));

    [Theory]
    [InlineData("fr", "nation national")]
    [InlineData("fr", "moment mode")]
    [InlineData("fr", "gouvernement gouverneur")]
    [InlineData("fr", "cause cas")]
    [InlineData("en", "red ring bus news")]
    [InlineData("en", "nation national")]
    [InlineData("en", "thing think")]
    [InlineData("en", "university universe")]
    public void OtherWordsHaveOthers(string language, string words)
    {
        var all = words.Split(' ');
        Assert.Equal(all.Length, all.Select(word => WordStems.OfText(word, language)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void OtherLanguagesAndOddTextsStayAsTheyAreFolded()
    {
        Assert.Equal("die hauser", WordStems.OfText("Die Häuser", "de"));
        Assert.Equal("les impots", WordStems.OfText("Les impôts", null));
        Assert.Equal("", WordStems.OfText(" …!", "fr"));
        Assert.Equal(WordStems.OfText("Les impôts", "fr"), WordStems.OfText("LES IMPOTS", "fr-CA"));
        Assert.Equal("2026 10e", WordStems.OfText("2026, 10e", "fr"));
    }
}
