using System.Runtime.InteropServices;

namespace Aggregator.Reading.Searching;

/// <summary>A word of a text that is searched.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Group">Which group of the query it answers; -1 for none.</param>
/// <param name="IsLetter">It is one character of writing without spaces.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchedWord(int Start, int End, int Group, bool IsLetter = false);

/// <summary>Which group of the query a word of the index answers; -1 for none.</summary>
internal delegate int GroupOf(ReadOnlySpan<char> word);
