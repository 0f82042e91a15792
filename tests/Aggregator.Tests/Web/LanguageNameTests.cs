using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Web;

public sealed class LanguageNameTests
{
    [Theory]
    [InlineData("ur", "Ourdou", "Urdu")]
    [InlineData("fr", "Français", "French")]
    [InlineData("af", "Afrikaans", "Afrikaans")]
    [InlineData("zh", "Chinois", "Chinese")]
    [InlineData("ckb", "Sorani", "Central Kurdish")]
    [InlineData("pt-BR", "Portugais (Brésil)", "Portuguese (Brazil)")]
    [InlineData("zh-Hant", "Chinois (traditionnel)", "Chinese (Traditional)")]
    [InlineData("und", "und", "und")]
    [InlineData("qaa", "qaa", "qaa")]
    [InlineData("", "", "")]
    [InlineData("pas une langue", "pas une langue", "pas une langue")]
    public void ALanguageBearsItsName(string tag, string french, string english)
    {
        Assert.Equal((french, english), (LanguageName.Of(tag, VisitIn("fr")), LanguageName.Of(tag, VisitIn("en"))));
        Assert.Equal(french, LanguageName.Of(tag, VisitIn("fr")));
    }

    [Fact]
    public void WithinASentenceFrenchNamesAreSmall() =>
        Assert.Equal(("ourdou", "Urdu", "chinois (traditionnel, Taïwan)"), (LanguageName.Within("ur", VisitIn("fr")), LanguageName.Within("ur", VisitIn("en")), LanguageName.Within("zh-Hant-TW", VisitIn("fr"))));

    private static Visit VisitIn(string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = language;
        return new(new HttpContextAccessor { HttpContext = http }, TimeProvider.System);
    }
}
