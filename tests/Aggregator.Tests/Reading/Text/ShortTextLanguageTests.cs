using System.Text.Json;
using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Text;

/// <summary>Headlines of our own in seven languages, and the labelled texts of the corpora.</summary>
public sealed class ShortTextLanguageTests
{
    [Theory]
    [InlineData("fr", "La grève reprend lundi à la SNCF|Le ministre démissionne après trois mois|Météo : retour du soleil ce week-end|Des milliers de manifestants à Lyon")]
    [InlineData("en", "Council votes to close the old bridge|Why the river is rising again this winter|Thousands march through Leeds|Nobody wants the empty offices")]
    [InlineData("de", "Regierung will Steuern für Familien senken|Der Zug nach München fällt heute aus|Tausende demonstrieren gegen das neue Gesetz|Was sich im Januar ändert")]
    [InlineData("es", "El gobierno aprueba la nueva ley de vivienda|Miles de personas salen a la calle en Sevilla|La lluvia vuelve mañana a toda la costa|Por qué sube el precio del aceite")]
    [InlineData("it", "Il governo approva la nuova legge sulla casa|Migliaia di persone in piazza a Torino|Perché aumenta il prezzo dell’olio|Sciopero dei treni anche domani")]
    [InlineData("nl", "Kabinet wil belasting voor gezinnen verlagen|Duizenden mensen de straat op in Utrecht|Waarom de prijs van olie weer stijgt|Geen treinen tussen Gent en Brugge")]
    [InlineData("pt", "O governo aprova a nova lei da habitação|Milhares de pessoas na rua em Lisboa|Porque é que o preço do azeite sobe|Greve dos comboios também amanhã")]
    public void Headlines_tell_their_language(string language, string headlines) =>
        Assert.All(headlines.Split('|'), headline => Assert.Equal(language, LanguageDetector.Detect(headline)));

    [Theory]
    [InlineData("")]
    [InlineData("Apple iPhone 17 Pro Max")]
    [InlineData("12.5 % 2026")]
    [InlineData("日本語の記事です")]
    public void What_tells_nothing_has_no_language(string text) => Assert.Null(LanguageDetector.Detect(text));

    [SharedFact]
    public void Of_the_labelled_texts_over_200_characters_99_in_100_are_told()
    {
        var (all, right) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Shared.Path("corpus", "dedup"), "*.jsonl"))
            foreach (var line in File.ReadLines(file))
            {
                using var entry = JsonDocument.Parse(line);
                if (!entry.RootElement.TryGetProperty("text", out var text) || text.GetString() is not { Length: > 200 } words) continue;
                all++;
                if (LanguageDetector.Detect(words) == entry.RootElement.GetProperty("language").GetString()) right++;
            }

        Assert.True(all > 5_000 && right >= all * 0.99, $"{right} of {all}");
    }
}
