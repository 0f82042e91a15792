using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>A word of a text.</summary>
/// <param name="Id">Its number in the <see cref="Vocabulary"/>.</param>
/// <param name="Count">How often it stands there, in the headline <see cref="TermReader.HeadlineCount"/>-fold; at most 255.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Id, byte Count);
