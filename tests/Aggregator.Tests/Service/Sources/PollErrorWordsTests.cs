using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class PollErrorWordsTests
{
    [Fact]
    public void EveryErrorHasASentenceInBothLanguages()
    {
        foreach (var error in Enum.GetValues<PollError>().Where(error => error != PollError.None))
        {
            var (english, french) = (PollErrorWords.Say(error, "X", "en"), PollErrorWords.Say(error, "X", "fr"));
            Assert.EndsWith(".", english, StringComparison.Ordinal);
            Assert.EndsWith(".", french, StringComparison.Ordinal);
            Assert.NotEqual(english, french);
            Assert.DoesNotContain("Unknown fault", english, StringComparison.Ordinal);
            Assert.DoesNotContain("Défaut inconnu", french, StringComparison.Ordinal);
            // Advice follows the fault: after a colon, or "we do".
            Assert.Contains(":", english, StringComparison.Ordinal);
            Assert.Contains(" :", french.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
    }
}
