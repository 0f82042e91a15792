namespace Aggregator.Reading.Feeds.Dates;

/// <summary>Walks over the characters of a date.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= text.Length;

    public readonly char Next => AtEnd ? '\0' : text[Position];

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

    /// <summary>The digits here, at most <paramref name="most"/> of them.</summary>
    public ReadOnlySpan<char> Digits(int most)
    {
        var start = Position;
        while (Position - start < most && char.IsAsciiDigit(Next)) Position++;
        return text[start..Position];
    }

    /// <summary>A number of one to <paramref name="most"/> digits, or -1.</summary>
    public int Number(int most) => Digits(most) is { IsEmpty: false } digits ? Value(digits) : -1;

    /// <summary>The letters here.</summary>
    public ReadOnlySpan<char> Word()
    {
        var start = Position;
        while (!AtEnd && char.IsLetter(Next)) Position++;
        return text[start..Position];
    }

    /// <summary>The number that digits stand for; there must be at most nine.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = (value * 10) + (digit - '0');
        return value;
    }
}
