using System.Text.RegularExpressions;

namespace Aggregator.Curation.Checks;

/// <summary>
/// Spaces, quotation marks, apostrophes and ellipses as the publication's language sets them: French by the Imprimerie nationale's
/// Lexique (U+00A0 within « » and before a colon, U+202F before ; ! ?), English by the New Oxford Style Manual. Pure.
/// </summary>
internal static partial class Typography
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.NoBreakSpace, "Espaces insécables", "No-break spaces") { IsMechanical = true },
            new(FindingKind.QuotationMarks, "Guillemets", "Quotation marks") { IsMechanical = true },
            new(FindingKind.Apostrophe, "Apostrophes", "Apostrophes") { IsMechanical = true },
            new(FindingKind.Ellipsis, "Points de suspension", "Ellipses") { IsMechanical = true },
            new(FindingKind.DoubleSpace, "Doubles espaces", "Double spaces") { IsMechanical = true },
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material) => TextUnit.Of(material.Issue).SelectMany(unit => Of(unit, material.IsFrench));

    public static IEnumerable<Finding> Of(TextUnit unit, bool isFrench) =>
    [
        .. Each(unit, FindingKind.DoubleSpace, DoubleSpace(), _ => " ", "Deux espaces de suite.", "Two spaces in a row."),
        .. Each(unit, FindingKind.Ellipsis, Dots(), _ => "…", "Trois points pour des points de suspension.", "Three dots for an ellipsis."),
        .. Each(unit, FindingKind.Apostrophe, StraightApostrophe(), _ => "’", "Apostrophe droite.", "Straight apostrophe."),
        .. StraightQuotes(unit, isFrench),
        .. isFrench ? French(unit) : Each(unit, FindingKind.NoBreakSpace, SpaceBefore(), _ => "", "Pas d’espace ici en anglais.", "No space here in English."),
    ];

    private static IEnumerable<Finding> French(TextUnit unit) =>
    [
        .. Each(unit, FindingKind.NoBreakSpace, HighSign(), match => "\u202F" + match.Groups["sign"].Value, "Il faut une espace insécable devant ce signe.", "A no-break space belongs before this sign."),
        .. Each(unit, FindingKind.NoBreakSpace, Colon(), _ => "\u00A0:", "Il faut une espace insécable devant le deux-points.", "A no-break space belongs before the colon."),
        .. Each(unit, FindingKind.NoBreakSpace, Opening(), _ => "«\u00A0", "Il faut une espace insécable après le guillemet ouvrant.", "A no-break space belongs after the opening guillemet."),
        .. Each(unit, FindingKind.NoBreakSpace, Closing(), _ => "\u00A0»", "Il faut une espace insécable avant le guillemet fermant.", "A no-break space belongs before the closing guillemet."),
        .. Each(unit, FindingKind.NoBreakSpace, Unit(), match => "\u00A0" + match.Groups["sign"].Value, "Il faut une espace insécable entre le nombre et son unité.", "A no-break space belongs between a number and its unit."),
    ];

    private static IEnumerable<Finding> Each(TextUnit unit, FindingKind kind, Regex wrong, Func<Match, string> right, string french, string english) =>
        wrong.Matches(unit.Text).Select(match => new Finding(kind, Severity.Warn, Around(unit, match.Index, match.Length), french, english) { Repair = new(match.Index, match.Length, right(match)) });

    /// <summary>Opening and closing in turn; a mark at the beginning of a word opens.</summary>
    private static IEnumerable<Finding> StraightQuotes(TextUnit unit, bool isFrench)
    {
        var (open, close) = isFrench ? ("«\u00A0", "\u00A0»") : ("“", "”");
        var isOpen = false;
        foreach (Match match in Straight().Matches(unit.Text))
        {
            var (before, after) = (match.Index > 0 ? unit.Text[match.Index - 1] : ' ', match.Index + 1 < unit.Text.Length ? unit.Text[match.Index + 1] : ' ');
            var (opens, closes) = (char.IsWhiteSpace(before) || before is '(' or '’' or '\'', char.IsWhiteSpace(after) || after is '.' or ',' or ')' or ';' or ':' or '!' or '?');
            // One at the edge of a word says itself; else they take turns.
            isOpen = opens == closes ? !isOpen : opens;
            var (start, length) = (match.Index, 1);
            if (isFrench && isOpen && start + 1 < unit.Text.Length && unit.Text[start + 1] is ' ' or '\u00A0' or '\u202F') length++;
            if (isFrench && !isOpen && start > 0 && unit.Text[start - 1] is ' ' or '\u00A0' or '\u202F') (start, length) = (start - 1, length + 1);
            yield return new(FindingKind.QuotationMarks, Severity.Warn, Around(unit, match.Index, 1), "Guillemet droit.", "Straight quotation mark.") { Repair = new(start, Math.Min(length, unit.Text.Length - start), isOpen ? open : close) };
        }
    }

    /// <summary>A sign alone says little: a few letters around it are shown.</summary>
    private static FindingPlace Around(TextUnit unit, int start, int length)
    {
        var (from, to) = (Math.Max(0, start - 8), Math.Min(unit.Text.Length, start + length + 8));
        if (from > 0 && char.IsLowSurrogate(unit.Text[from])) from--;
        if (to < unit.Text.Length && char.IsLowSurrogate(unit.Text[to])) to++;
        return unit.Place(from, to - from) with { Start = from };
    }

    [GeneratedRegex("[ \u00A0\u202F]{2,}", RegexOptions.None, 1000)]
    private static partial Regex DoubleSpace();

    [GeneratedRegex(@"(?<!\.)\.\.\.(?!\.)", RegexOptions.None, 1000)]
    private static partial Regex Dots();

    [GeneratedRegex(@"(?<=[\p{L}\d])'(?=[\p{L}\d])|(?<=\p{L}s)'(?=\s|\z)", RegexOptions.None, 1000)]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex("\"", RegexOptions.None, 1000)]
    private static partial Regex Straight();

    /// <summary>A plain space, or none, before ; ! ? in French.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\d»”’)\]%€]) ?(?<sign>[;!?])(?![\w/=&])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HighSign();

    [GeneratedRegex(@"(?<=[\p{L}»”)\]%€]) ?:(?=\s|\z)|(?<=\d):(?=\s|\z)|(?<=\d) :", RegexOptions.None, 1000)]
    private static partial Regex Colon();

    [GeneratedRegex("« |«(?=[^\\s\u00A0\u202F])", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(" »|(?<=[^\\s\u00A0\u202F])»", RegexOptions.None, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"(?<=\d) (?<sign>[%€$£°])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?<=[\p{L}\d”)]) (?=[,;:!?](\s|\z)|\.(\s|\z))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpaceBefore();
}
