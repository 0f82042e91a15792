using System.Text.Json;
using Aggregator.Reading.Articles.Quotes;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Reading.Articles.Quotes;

/// <summary>Quotes and speakers over labelled texts of our own (18 in each language) and the issue of the seeds.</summary>
public sealed class QuoteFinderTests
{
    [Theory]
    [InlineData("french.txt")]
    [InlineData("english.txt")]
    public void Of_the_labelled_texts_quotes_are_found_and_speakers_named(string file)
    {
        var tally = new QuoteTally();
        foreach (var (text, labels) in Labelled(file)) tally.Count(QuoteFinder.Find(text), labels);

        Assert.True(tally.Found >= tally.Quotes * 0.9, tally.ToString());
        Assert.True(tally.Extra <= tally.Quotes * 0.05, tally.ToString());
        Assert.True(tally.Right >= tally.Named * 0.8, tally.ToString());
        Assert.True(tally.Right >= tally.Given * 0.95, tally.ToString());
    }

    [SharedFact]
    public void The_issue_of_the_seeds_gives_its_twelve_quotes_and_no_false_speaker()
    {
        var text = File.ReadAllText(Directory.GetFiles(Shared.Path("corpus", "seeds"), "002_*.txt").Single());
        using var expected = JsonDocument.Parse(File.ReadAllText(Shared.Path("corpus", "seeds", "expected-002.json")));
        var labels = expected.RootElement.GetProperty("issue").GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("quotes").EnumerateArray())
            .Select(quote => (quote.GetProperty("text").GetString()!, quote.GetProperty("speaker").GetString())).ToList();
        var tally = new QuoteTally();

        tally.Count(QuoteFinder.Find(text), labels);

        Assert.Equal((12, 12, 0), (tally.Quotes, tally.Found, tally.Extra));
        Assert.True(tally.Right >= 7, tally.ToString());
        Assert.Equal(tally.Given, tally.Right);
    }

    [Theory]
    [InlineData("« Non », a dit Anne Roy, la maire de Lens.", "Anne Roy", "maire de Lens")]
    [InlineData("Le directeur de l’usine, Luc Bost, assure que « tout va bien ».", "Luc Bost", "directeur de l’usine")]
    [InlineData("“No,” said Ann Lee, the mayor of Leeds.", "Ann Lee", "mayor of Leeds")]
    [InlineData("Housing minister Ann Lee called it “a fine day”.", "Ann Lee", "Housing minister")]
    [InlineData("« Rien n’est fait », rapporte Le Monde.", null, null)]
    public void Roles_stand_beside_the_name(string text, string? speaker, string? role)
    {
        var quote = Assert.Single(QuoteFinder.Find(text, text[0] is 'H' or '“' ? "en" : "fr"));
        Assert.Equal((speaker, role), (quote.Speaker, quote.Role));
    }

    [Fact]
    public void The_title_of_a_work_is_no_quote() => Assert.Empty(QuoteFinder.Find("Le livre s’intitule « La Mer est loin d’ici, mon fils ».", "fr"));

    [Theory]
    [InlineData("Il a dit « oui “peut-être” non » hier.", "oui “peut-être” non")]
    [InlineData("They call it 'a very fine day' here, the workers' rights aside.", "a very fine day")]
    [InlineData("He is 5'10\" tall and it’s rock 'n' roll.", null)]
    [InlineData("Er sagte: „Das ist gut so“ und ging.", "Das ist gut so")]
    [InlineData("Une marque « jamais fermée reste seule.", null)]
    [InlineData("— Je reste ici avec les enfants, a dit Marie Roux.", "Je reste ici avec les enfants")]
    [InlineData("– un point\n– un autre point", null)]
    [InlineData("“It begins here.\n“It ends here,” she said.", "It begins here.")]
    public void Marks_pair_as_readers_pair_them(string text, string? words)
    {
        var quotes = QuoteFinder.Find(text);
        Assert.Equal(words, quotes.FirstOrDefault()?.Text);
        Assert.All(quotes, quote => Assert.Equal(quote.Text, text.Substring(quote.Start, quote.Length)));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception()
    {
        string[] pieces = ["« ", " »", "“", "”", "\"", "'", "’", "a dit ", "said ", "selon ", "Anne ", "Roy", ", ", ". ", "\n", "— ", "M. ", "il ", "a-t-il ", "de ", "(", "\uD800", "é", " : ", "according to ", "qui "];
        Gen.Select(Gen.OneOf(pieces).Array[0, 39].Select(string.Concat), Gen.Bool).Holds(4_000, made =>
        {
            var (text, isFrench) = made;
            foreach (var quote in QuoteFinder.Find(text, isFrench ? "fr" : "en")) Assert.Equal(quote.Text, text.Substring(quote.Start, quote.Length));
        });
    }

    [Theory]
    [InlineData("« a », dit Anne Roy. ")]
    [InlineData("‘")]
    [InlineData("« ")]
    [InlineData("\"a\" ")]
    [InlineData("Anne Roy a dit : ")]
    [InlineData("M. Roy\n")]
    [InlineData("« b », dit-il.\n")]
    [InlineData("\n— , according to Anne Roy a dit : »")]
    public void A_text_that_repeats_without_end_is_read(string piece) => Assert.NotNull(QuoteFinder.Find(string.Concat(Enumerable.Repeat(piece, 600_000 / piece.Length)), "fr"));

    private static IEnumerable<(string Text, List<(string Begins, string? Speaker)> Labels)> Labelled(string file)
    {
        var path = Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Articles", "Quotes", file);
        foreach (var part in File.ReadAllText(path).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = part[(part.IndexOf('\n') + 1)..].Split("\n--\n");
            yield return (halves[0], [.. halves[1].Trim().Split('\n').Select(line => line.Split(" => ")).Select(pair => (pair[0], pair[1] == "-" ? null : pair[1]))]);
        }
    }
}
