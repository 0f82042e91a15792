using System.Runtime.InteropServices;

namespace Aggregator.Reading.Duplicates;

/// <summary>An article of a stream, as far as copies are concerned.</summary>
/// <param name="Url">Null or unusable: the address says nothing.</param>
/// <param name="Site">Whose wrapper the text may have; null: unknown.</param>
/// <param name="Time">Null: undated, taken for as new as the newest before.</param>
/// <param name="Text">The body without the title; null or short: it says nothing.</param>
public sealed record ArrivingText(string? Url, string? Site, DateTimeOffset? Time, string? Text);

/// <summary>What an article of a stream repeats.</summary>
/// <param name="Original">The number of the earliest article it is a copy of, never itself a copy.</param>
/// <param name="Score">1: the same address or text; else <see cref="DuplicateRule.CopyScore"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FoundCopy(int Original, double Score);
