using Aggregator.Reading.Text;

namespace Aggregator.Reading.Duplicates;

/// <summary>Whether two addresses show one text: what is learnt of an address hangs on it, so in doubt nothing is said.</summary>
public enum TextTie
{
    /// <summary>Neither: a text that was worked on between two visits, perhaps.</summary>
    Unclear,

    /// <summary>One text, but for a box or a correction.</summary>
    Same,

    /// <summary>Two texts.</summary>
    Different,
}

/// <summary>Compares two whole texts by their fingerprints.</summary>
public static class TextTies
{
    /// <summary>Likeness of one text read twice: 14 of 16 bands. A paragraph more or less leaves it above.</summary>
    private const double Same = .875;

    /// <summary>Likeness below which two texts share less than a third of their words: the estimate is within ± .1.</summary>
    private const double Different = .5;

    public static TextTie Compare(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (TextFingerprint.Of(one) is { } first && TextFingerprint.Of(other) is { } second)
            return first.Likeness(second) switch { >= Same => TextTie.Same, < Different => TextTie.Different, _ => TextTie.Unclear };
        return FoldedText.Of(one) == FoldedText.Of(other) ? TextTie.Same : TextTie.Different;
    }
}
