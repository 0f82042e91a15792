using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>
/// Finds what a text quotes and who is said to have spoken, in French and English; in other languages the quotes alone. A speaker is named only where the text
/// does so beyond doubt: a quote without one costs an editor a look, a wrong one costs the publication its name.
/// </summary>
public static class QuoteFinder
{
    /// <summary>Of a longer text the beginning is read.</summary>
    public const int MostChars = 500_000;

    /// <summary>All quotes in the order of the text, 500 of a paragraph at the most. Never throws for what the text holds.</summary>
    /// <param name="text">Plain text; paragraphs parted by line breaks.</param>
    /// <param name="language">Primary subtag when it is known; else it is detected.</param>
    public static IReadOnlyList<FoundQuote> Find(string text, string? language = null)
    {
        if (text.Length > MostChars) text = text[..MostChars];
        var grammar = (language ?? LanguageDetector.Detect(text)) switch { "fr" => Grammar.French, "en" => Grammar.English, _ => null };
        var paragraphs = Paragraphs(text);
        var lines = grammar is null ? null : Dialogue.Lines([.. paragraphs.Select(range => text[range])], grammar);
        var readings = paragraphs
            .Select((range, i) => new ParagraphReading(text, range, i + 1 < paragraphs.Count ? paragraphs[i + 1] : default, lines?[i])).ToList();
        if (grammar is null) return [.. readings.SelectMany(reading => reading.Quotes(null))];
        var discourse = Read(readings, grammar);
        return [.. readings.SelectMany((reading, i) => reading.Quotes(new SpeakerFinder(discourse, reading.Tokens, i)))];
    }

    private static Discourse Read(List<ParagraphReading> readings, Grammar grammar)
    {
        var cast = new Cast(grammar);
        foreach (var reading in readings) cast.Read(reading.Tokens);
        var mentions = new Mentions(cast, grammar);
        for (var i = 0; i < readings.Count; i++) mentions.Read(readings[i].Tokens, i);
        return new(cast, mentions, grammar, [.. readings.Select(reading => reading.Asks)]);
    }

    private static List<Range> Paragraphs(string text)
    {
        var found = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) found.Add(start..end);
            start = end + 1;
        }

        return found;
    }
}
