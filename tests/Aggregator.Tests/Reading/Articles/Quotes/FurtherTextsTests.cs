using System.Text.Json;
using Aggregator.Reading.Articles.Quotes;
using Xunit.Abstractions;

namespace Aggregator.Tests.Reading.Articles.Quotes;

/// <summary>Twenty-four texts that were written before the rules they try: dialogue, interviews, speakers carried over narration, titles and scare quotes.</summary>
public sealed class FurtherTextsTests(ITestOutputHelper output)
{
    [Fact]
    public void Eighty_five_percent_of_the_speakers_are_named_at_ninety_five_percent_precision()
    {
        var tally = new QuoteTally();
        foreach (var line in File.ReadLines(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Articles", "Quotes", "further.jsonl")))
        {
            using var text = JsonDocument.Parse(line);
            var labels = text.RootElement.GetProperty("quotes").EnumerateArray()
                .Select(quote => (quote.GetProperty("begins").GetString()!, quote.GetProperty("speaker").GetString())).ToList();
            tally.Count(QuoteFinder.Find(text.RootElement.GetProperty("text").GetString()!, text.RootElement.GetProperty("language").GetString()), labels);
        }

        output.WriteLine(tally.ToString());
        Assert.True(tally.Found >= tally.Quotes * 0.95, tally.ToString());
        Assert.True(tally.Extra <= tally.Quotes * 0.03, tally.ToString());
        Assert.True(tally.Right >= tally.Named * 0.85, tally.ToString());
        Assert.True(tally.Right >= tally.Given * 0.95, tally.ToString());
    }
}
