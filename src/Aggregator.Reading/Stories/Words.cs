using System.Globalization;

namespace Aggregator.Reading.Stories;

/// <summary>The words of a text: runs of letters and digits with the marks on them. Half a surrogate pair parts words like a space.</summary>
internal ref struct Words(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int start, end;

    public readonly ReadOnlySpan<char> Current => text[start..end];

    public readonly Words GetEnumerator() => this;

    public bool MoveNext()
    {
        start = end;
        while (start < text.Length && !char.IsLetterOrDigit(text[start])) start++;
        end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsWithin(text[end]))) end++;
        return end > start;
    }

    /// <summary>Accents written apart, and soft hyphens.</summary>
    private static bool IsWithin(char c) => c > 127 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
