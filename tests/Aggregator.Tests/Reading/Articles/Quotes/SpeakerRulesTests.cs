using System.Text.Json;
using Aggregator.Reading.Articles.Quotes;

namespace Aggregator.Tests.Reading.Articles.Quotes;

/// <summary>One small text for each rule that names a speaker, or keeps from naming one.</summary>
public sealed class SpeakerRulesTests
{
    [Theory]
    [InlineData("fr", "— On rouvre quand ? lance un client.\n\n— En mai, répond Zélie Marchal, la libraire.\n\n— Et le café ?\n\n— Aussi.", "-|Zélie Marchal|-|Zélie Marchal")]
    [InlineData("en", "Bryn Tallow repairs organs. \"They breathe,\" he says. Behind him a bellows sighs. \"You learn to listen.\"", "Bryn Tallow|Bryn Tallow")]
    [InlineData("fr", "« On nous oublie ! », s’étouffe Corentin Hervy, marin.", "Corentin Hervy")]
    [InlineData("fr", "Sacha Verdun range ses filets. « La mer attendra », soupire-t-il.", "Sacha Verdun")]
    [InlineData("en", "The keeper, Orla Finch, had no map. “I follow the gulls,” she chuckled.", "Orla Finch")]
    [InlineData("fr", "Le bilan est bon, selon le directeur général Marc Vidal : « un record ».", "Marc Vidal")]
    [InlineData("en", "“We lost the key.\n\n“Then we lost the door,” says Wyn Harrow, a locksmith.", "-|Wyn Harrow")]
    [InlineData("en", "“It began at noon,” says Wyn Harrow, a locksmith. “It was loud.\n\n“By one it was over.”", "Wyn Harrow|Wyn Harrow|Wyn Harrow")]
    [InlineData("fr", "La maire, Ilona Brès, a parlé la première. Un élu l’a coupée. « Laissez-moi finir », a repris la maire.", "Ilona Brès")]
    [InlineData("en", "The yard, Keel Marine, denies it. “No ship left late,” it said.", "Keel Marine")]
    [InlineData("en", "Petra Holm keeps goats.\n\nWhy goats?\n\n“Because they argue.”", "Petra Holm")]
    [InlineData("en", "“Sit down,” shouted a man. “I will not,” replied Nell Carew. “Sit down,” the man shouted.", "-|Nell Carew|-")]
    [InlineData("en", "A spokeswoman for the port apologised. “It was our fault,” she said.", "-")]
    public void Speakers_are_carried_where_a_reader_carries_them(string language, string text, string speakers) =>
        Assert.Equal(speakers, string.Join('|', QuoteFinder.Find(text, language).Select(quote => quote.Speaker ?? "-")));

    [Theory]
    [InlineData("en", "The so-called “silent tram” squeals.")]
    [InlineData("en", "The firm calls its scheme “heat for everyone”.")]
    [InlineData("en", "Her third novel, “The Salt Road”, sold well.")]
    [InlineData("en", "His “temporary” office is ten years old.")]
    [InlineData("fr", "Le plan « Rives neuves » coûte cher.")]
    [InlineData("fr", "Ses « bulles » ont disparu.")]
    [InlineData("fr", "Elle vient de publier « Les heures creuses de la gare ».")]
    [InlineData("fr", "Ce que les marins appellent un « mur blanc » a duré une heure.")]
    public void Names_titles_and_words_kept_at_a_distance_are_no_quotes(string language, string text) => Assert.Empty(QuoteFinder.Find(text, language));

    [SharedFact]
    public void The_cases_are_read_as_their_readers_say()
    {
        var found = new Dictionary<string, IReadOnlyList<FoundQuote>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Shared.Path("cases", "texts", "quotes.jsonl")).Where(line => line.Length > 0))
        {
            using var text = JsonDocument.Parse(line);
            var root = text.RootElement;
            found[root.GetProperty("id").GetString()!] = QuoteFinder.Find(root.GetProperty("text").GetString()!, root.GetProperty("language").GetString());
        }

        Assert.Equal([null, "Paul Marin", null, "Paul Marin"], found["dialogue"].Select(quote => quote.Speaker));
        Assert.Equal(["Greta Lund", "Greta Lund", "Greta Lund"], found["carried-on"].Select(quote => quote.Speaker));
        Assert.Equal("Paul Marin", Assert.Single(found["scare"]).Speaker);
    }
}
