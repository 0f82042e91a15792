using System.Globalization;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>Walks over the characters of a date.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    /// <summary>Letters between the points of an abbreviation such as "p.m.".</summary>
    private const int LongestAbbreviated = 2;

    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= text.Length;

    public readonly char Next => At(0);

    /// <summary>A character from here on, or NUL beyond the end.</summary>
    public readonly char At(int offset) => Position + offset < text.Length ? text[Position + offset] : '\0';

    public bool Take(char c)
    {
        if (Next != c) return false;
        Position++;
        return true;
    }

    public void Skip() => Position++;

    public void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Next)) Position++;
    }

    /// <summary>Goes back to a position it was at.</summary>
    public void Return(int position) => Position = position;

    /// <summary>The digits here, at most <paramref name="most"/> of them.</summary>
    public ReadOnlySpan<char> Digits(int most)
    {
        var start = Position;
        while (Position - start < most && char.IsAsciiDigit(Next)) Position++;
        return text[start..Position];
    }

    /// <summary>A number of one to <paramref name="most"/> digits, or -1.</summary>
    public int Number(int most) => Digits(most) is { IsEmpty: false } digits ? Value(digits) : -1;

    /// <summary>The letters here, with the marks that belong to them.</summary>
    public ReadOnlySpan<char> Letters()
    {
        var start = Position;
        while (!AtEnd && IsLetter(Next)) Position++;
        return text[start..Position];
    }

    /// <summary>The word here; an abbreviation with points in it ("p.m.", "p. m.", "ก.ค.") is one word.</summary>
    public ReadOnlySpan<char> Word()
    {
        var start = Position;
        var letters = BaseLetters(Letters());
        while (letters is > 0 and <= LongestAbbreviated && Next == '.')
        {
            var end = Position;
            Position++;
            if (letters == 1 && Next is ' ' or '\u00A0' or '\u202F' && char.IsLetter(At(1)) && At(2) == '.') Position++;
            letters = BaseLetters(Letters());
            if (letters is > 0 and <= LongestAbbreviated) continue;
            Position = end;
            break;
        }

        return text[start..Position];
    }

    /// <summary>A name of the tz database ("America/Argentina/Ushuaia") here, or empty.</summary>
    public ReadOnlySpan<char> ZoneName()
    {
        var end = Position;
        var slashes = 0;
        for (; end < text.Length && IsOfZoneName(text[end]); end++) slashes += text[end] == '/' ? 1 : 0;
        if (slashes == 0 || !char.IsAsciiLetter(Next) || !char.IsAsciiLetterOrDigit(text[end - 1])) return [];
        var start = Position;
        Position = end;
        return text[start..end];
    }

    /// <summary>What stands in the brackets that begin here, or all of the rest when they do not end.</summary>
    public ReadOnlySpan<char> Bracketed(char open, char close)
    {
        var start = Position + 1;
        var depth = 0;
        for (; !AtEnd; Position++)
        {
            if (Next == open) depth++;
            else if (Next == close && --depth == 0) return text[start..Position++];
        }

        return text[Math.Min(start, text.Length)..];
    }

    /// <summary>The number that digits stand for; there must be at most nine.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = (value * 10) + (digit - '0');
        return value;
    }

    private static bool IsOfZoneName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '+' or '-' or '/';

    private static bool IsLetter(char c) => char.IsLetter(c) || (c > '\u02FF' && IsMark(CharUnicodeInfo.GetUnicodeCategory(c)));

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int BaseLetters(ReadOnlySpan<char> letters)
    {
        var count = 0;
        foreach (var c in letters) count += char.IsLetter(c) ? 1 : 0;
        return count;
    }
}
