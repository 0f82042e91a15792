using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Duplicates;

/// <summary>
/// The words of a text that tell it from others: those of four letters or more and those with a digit, folded like
/// <see cref="FoldedText"/> and hashed once. Articles, prepositions and elided words fall out without a list for each language; what is
/// left changes when a template is filled with other names and numbers.
/// </summary>
internal ref struct ContentWords(ReadOnlySpan<char> text)
{
    private const int LeastLetters = 4;

    /// <summary>An odd number without pattern (the golden ratio's digits): a word's hash is a polynomial in it.</summary>
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>What each ASCII character becomes; 0 parts words.</summary>
    private static readonly byte[] Ascii =
        [.. Enumerable.Range(0, 128).Select(code => char.IsAsciiLetterOrDigit((char)code) ? (byte)char.ToLowerInvariant((char)code) : (byte)0)];

    private readonly ReadOnlySpan<char> text = text;
    private int start, end, before;

    /// <summary>The hash of the word, the same in every process.</summary>
    public uint Current { get; private set; }

    public bool HasDigit { get; private set; }

    /// <summary>A number, or a word with a capital that does not begin a sentence: most often a name.</summary>
    public readonly bool IsFact => HasDigit || (char.IsUpper(text[start]) && IsWithinSentence(text[before..start]));

    public readonly ContentWords GetEnumerator() => this;

    public bool MoveNext()
    {
        for (var at = end; at < text.Length;)
        {
            at = ReadWord(at, out var letters, out var hash);
            if (letters == 0) continue;
            (before, end) = (end, at);
            if (letters < LeastLetters && !HasDigit) continue;
            Current = (uint)(hash >> 32);
            return true;
        }

        return false;
    }

    /// <returns>Where the word ends.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadWord(int at, out int letters, out ulong hash)
    {
        var chars = text;
        var table = Ascii;
        var highest = 0;
        hash = 0;
        letters = 0;
        while (at < chars.Length && chars[at] < table.Length && table[chars[at]] == 0) at++;
        start = at;
        for (; at < chars.Length; at++)
        {
            var unit = chars[at];
            if (unit < table.Length)
            {
                var letter = table[unit];
                if (letter == 0) break;
                hash = (hash ^ letter) * Factor;
                highest |= Digit(letter);
                letters++;
            }
            else
            {
                var taken = ReadOther(at, ref hash, ref letters, ref highest);
                if (taken == 0) break;
                at += taken - 1;
            }
        }

        HasDigit = highest != 0;
        if (at == start && at < chars.Length) at++;
        return at;
    }

    private static int Digit(int letter) => letter <= '9' ? 1 : 0;

    /// <returns>How many units of the text belong to the word; 0: they part words.</returns>
    private readonly int ReadOther(int at, ref ulong hash, ref int letters, ref int digits)
    {
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out var consumed) != OperationStatus.Done) return 0;
        var folded = RuneFolding.Of(rune);
        if (folded is " ") return 0;
        foreach (var letter in folded)
        {
            hash = (hash ^ letter) * Factor;
            if (char.IsAsciiDigit(letter)) digits = 1;
            letters++;
        }

        return consumed;
    }

    private static bool IsWithinSentence(ReadOnlySpan<char> before) =>
        before.Length > 0 && before.IndexOfAnyExcept(" ’'-\u00A0\u202F") < 0;
}
