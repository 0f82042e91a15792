using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>A text near another one.</summary>
/// <param name="Text">The text.</param>
/// <param name="Cosine">Of their TF-IDF vectors, as rare as the words are now.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Neighbour(WindowText Text, float Cosine);
