namespace Aggregator.Reading.Text;

/// <summary>Lower case of words in the Latin script without a journey into the system's tables for each letter with a mark.</summary>
internal static class LowerCase
{
    /// <summary>Up to the end of Latin Extended-B.</summary>
    private static readonly char[] Latin = [.. Enumerable.Range(0, 0x250).Select(code => char.ToLowerInvariant((char)code))];

    /// <param name="word">A word.</param>
    /// <param name="room">As long at least; the result lies in it.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> room)
    {
        for (var i = 0; i < word.Length; i++) room[i] = word[i] < Latin.Length ? Latin[word[i]] : char.ToLowerInvariant(word[i]);
        return room[..word.Length];
    }
}
