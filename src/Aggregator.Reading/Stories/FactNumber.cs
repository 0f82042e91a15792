using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Reading.Stories;

/// <summary>The value of a number as French or English writes it.</summary>
internal static partial class FactNumber
{
    private const int Million = 1_000_000, Billion = 1_000_000_000;

    /// <param name="match">Groups <c>number</c> and <c>unit</c>.</param>
    /// <param name="french">It tells 1,240 from 1,24.</param>
    /// <returns>Null when it is too long to be one.</returns>
    public static decimal? Parse(Match match, bool french)
    {
        var number = match.Groups["number"].Value;
        var digits = Separators().Replace(number, found => IsThousands(found, number, french) ? "" : ".");
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1e15m
            ? value * FactorOf(match.Groups["unit"].Value.ToLowerInvariant()) : null;
    }

    /// <summary>What a word behind a number multiplies it by; 1 for any other.</summary>
    public static int FactorOf(string folded) => folded switch
    {
        "million" or "millions" or "mn" or "m" => Million,
        "milliard" or "milliards" or "billion" or "billions" or "bn" => Billion,
        _ => 1,
    };

    /// <summary>Blanks always part thousands; the mark that the language uses for them does when three digits follow.</summary>
    private static bool IsThousands(Match mark, string number, bool french) =>
        mark.Value is not ("," or ".")
        || (mark.Value == (french ? "." : ",") && mark.Index + 4 <= number.Length && (mark.Index + 4 == number.Length || !char.IsDigit(number[mark.Index + 4])));

    [GeneratedRegex(@"[ \u00A0\u202F.,]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
