using System.Text.Json;
using Aggregator.Curation.Checks;

namespace Aggregator.Tests.Service.Curation;

/// <summary>A number is looked up with its unit, its period and what stands beside it.</summary>
public sealed class NumberUnitTests
{
    private static readonly DateTimeOffset Edition = new(2026, 3, 6, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Le col est fermé 40 heures.", "Le col est fermé 40 minutes.", "40 heures")]
    [InlineData("Le stade a coûté 12 milliards d’euros.", "Le stade a coûté 12 millions d’euros.", "12 milliards d’euros")]
    [InlineData("La part monte de 6 %.", "La part monte de 6 points.", "6 %")]
    [InlineData("The levy is $9 a head.", "The levy is £9 a head.", "$9 a head")]
    [InlineData("The dam loses 80 litres an hour.", "The dam loses 80 litres a day.", "80 litres an hour")]
    [InlineData("Le loyer est de 700 euros mensuels.", "Le loyer est de 700 euros par an.", "700 euros mensuels")]
    [InlineData("Le tunnel mesure 12 km.", "Le tunnel mesure 12 mètres.", "12 km")]
    [InlineData("The choir has shrunk from 40 to 90 singers.", "The choir has 40 singers, down from 90.", "40 to 90")]
    [InlineData("Il reste 90 lits sur 60.", "Sur 90 lits, 60 restent ouverts.", "90 lits sur 60")]
    public void The_same_figures_in_another_unit_period_or_order_are_a_finding(string text, string source, string words) =>
        Assert.Equal(words, Assert.Single(Check(text, source)).Place.Words);

    [Theory]
    [InlineData("Le col est fermé deux heures.", "Le col est fermé 120 minutes.")]
    [InlineData("Le tunnel mesure 1,2 km.", "Le tunnel mesure 1 200 mètres.")]
    [InlineData("Le stade a coûté 12 M€.", "Le stade a coûté 12 millions d’euros.")]
    [InlineData("The stadium cost £1.4bn.", "The stadium cost 1.4 billion pounds.")]
    [InlineData("Some 12m people voted.", "12 million people voted.")]
    [InlineData("Une cinquantaine de brebis ont disparu.", "Le berger a perdu 48 brebis.")]
    [InlineData("Près de 800 000 foyers sont privés d’eau.", "L’eau manque à 790 000 foyers.")]
    [InlineData("Le trajet gagne sept minutes.", "Le trajet prendra 18 minutes au lieu de 25.")]
    [InlineData("Le loyer est de 700 euros par mois.", "Le loyer mensuel : 700 euros mensuels.")]
    [InlineData("It rained on 48 days out of 61.", "It rained on 48 of 61 days.")]
    [InlineData("The inn closes after 139 years.", "The inn was founded in 1887.")]
    public void Conversions_abbreviations_and_roundings_are_let_alone(string text, string source) => Assert.Empty(Check(text, source));

    [Fact]
    public void A_number_beside_the_words_of_another_is_a_finding()
    {
        const string source = "Les musées ont reçu 412 000 euros et les théâtres 605 000 euros.";
        Assert.Empty(Check("Aux théâtres 605 000 euros, aux musées 412 000 euros.", source));
        Assert.NotEmpty(Check("Aux théâtres 412 000 euros, aux musées 605 000 euros.", source));
    }

    [SharedFact]
    public void In_the_case_every_wrong_unit_is_found_and_no_right_one()
    {
        foreach (var line in File.ReadLines(Shared.Path("cases", "texts", "facts.jsonl")).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var seed = SeededText.From(document.RootElement);
            Assert.Empty(seed.Sample.Check());
            Assert.All(seed.Errors, error => Assert.True(seed.Finds(error), error.Wrong));
            var together = seed.Sample.Check(document.RootElement.GetProperty("faulty").GetString());
            Assert.All(seed.Errors, error => Assert.Contains(together, finding => finding.Place.Words.Contains(error.Wrong, StringComparison.Ordinal)));
        }
    }

    private static IReadOnlyList<Finding> Check(string text, string source) =>
        new FactSample("fr", Edition, [new(1, "Un titre", source, "La Rive", "fr", "https://a.example/1", Edition.AddDays(-1), [], 1, "")], text, []).Check()
            .Where(finding => finding.Kind == FindingKind.NumberUnknown).ToList();
}
