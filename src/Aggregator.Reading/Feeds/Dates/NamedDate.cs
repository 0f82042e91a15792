namespace Aggregator.Reading.Feeds.Dates;

/// <summary>
/// Reads dates with words in them, whatever the order: RFC 822 and 2822, asctime, JavaScript's, HTTP's, and other languages'.
/// A day, a month and a year must be there; words that mean nothing to us (weekdays) are passed over.
/// </summary>
internal static class NamedDate
{
    public static DateParts? Read(ReadOnlySpan<char> text)
    {
        var scanner = new DateScanner(text);
        var found = new FoundDate();
        while (!scanner.AtEnd)
        {
            if (!Step(ref scanner, ref found)) return null;
        }

        return found.Parts();
    }

    private static bool Step(ref DateScanner scanner, ref FoundDate found)
    {
        var next = scanner.Next;
        if (char.IsAsciiDigit(next)) return Number(ref scanner, ref found);
        if (char.IsLetter(next)) return Word(ref scanner, ref found);
        if (found.HasTime && DateZone.IsSign(next) && !found.EndsWithNumber && !char.IsWhiteSpace(scanner.At(1)))
            return found.Zone.Take(ref scanner);
        if (next is '(' or '[') return Bracketed(ref scanner, ref found);
        scanner.Skip();
        if (!char.IsWhiteSpace(next)) return next is ',' or '.' or '-' or '/' or ')' || (next > '\x7F' && char.IsPunctuation(next));
        found.EndsWithNumber = false;
        return true;
    }

    /// <summary>What stands in brackets explains: the weekday, or the zone in the words of the reader's language.</summary>
    private static bool Bracketed(ref DateScanner scanner, ref FoundDate found)
    {
        var start = scanner.Position;
        if (found.HasTime && found.Zone.Take(ref scanner)) return true;
        scanner.Return(start);
        if (scanner.Next == '(') scanner.Bracketed('(', ')');
        else scanner.Bracketed('[', ']');
        return true;
    }

    private static bool Number(ref DateScanner scanner, ref FoundDate found)
    {
        var digits = scanner.Digits(5);
        if (digits.Length > 4) return false;
        var value = DateScanner.Value(digits);
        if (digits.Length <= 2 && !found.HasTime)
        {
            if (scanner.Next == ':') return TimeOfDay.AfterHour(ref scanner) is var (minute, second) && found.Time(value, minute, second);
            if (TimeOfDay.AfterMarkedHour(ref scanner) is var (marked, seconds)) return found.Time(value, marked, seconds);
            if (found.IsWhole && scanner.Next == '.' && IsTwoDigits(scanner))
            {
                scanner.Skip();
                return found.Time(value, scanner.Number(2), 0);
            }
        }

        if (!found.Unit(scanner.Next, value)) return found.Number(value, digits.Length);
        scanner.Skip();
        return true;
    }

    private static bool IsTwoDigits(DateScanner scanner) =>
        char.IsAsciiDigit(scanner.At(1)) && char.IsAsciiDigit(scanner.At(2)) && !char.IsAsciiDigit(scanner.At(3)) && scanner.At(3) != '.';

    private static bool Word(ref DateScanner scanner, ref FoundDate found)
    {
        var start = scanner.Position;
        if (found.HasTime && found.Zone.Take(ref scanner)) return found.Passed();
        scanner.Return(start);
        found.Word(scanner.Word());
        return true;
    }
}
