using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("fr", "Le gouvernement a présenté mardi une réforme qui ne plaît pas à tous les syndicats.")]
    [InlineData("en", "The city council has voted to close the old bridge until the end of the year.")]
    [InlineData("de", "Die Regierung hat am Dienstag ein neues Gesetz vorgestellt, das nicht allen gefällt.")]
    [InlineData("es", "El gobierno presentó el martes una reforma que no gusta a todos los sindicatos.")]
    [InlineData("it", "Il governo ha presentato martedì una riforma che non piace a tutti i sindacati.")]
    [InlineData("nl", "De regering heeft dinsdag een nieuwe wet voorgesteld die niet iedereen bevalt.")]
    [InlineData("pt", "O governo apresentou na terça-feira uma reforma que não agrada a todos os sindicatos.")]
    [InlineData("fr", "L’eau n’est plus potable dans la vallée")]
    [InlineData("en", "Why the trains are late again")]
    public void Running_text_tells_its_language(string expected, string text) => Assert.Equal(expected, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("Paris")]
    [InlineData("Micron SK Hynix DDR5 2026")]
    [InlineData("これは日本語の文章です。")]
    public void Too_little_or_another_language_says_nothing(string text) => Assert.Null(LanguageDetector.Detect(text));
}
