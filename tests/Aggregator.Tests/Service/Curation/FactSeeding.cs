using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Tests.Service.Curation;

/// <summary>Puts errors into facts, as tired people do: letters, digits, days, somebody else's name.</summary>
internal static partial class FactSeeding
{
    private static readonly string[] FirstNames = ["Gisèle", "Pavel", "Honoré", "Bettina", "Osvaldo", "Maud", "Terence", "Ludivine"], LastNames = ["Carpentier", "Holloway", "Brisson", "Mastrangelo", "Ekberg", "Thornbury"];

    private static readonly string[] FrenchMonths = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] FrenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] FrenchNumbers = ["cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "seize", "dix-huit", "vingt-trois", "trente"];

    /// <returns>The fact with an error in it; null when this kind of error cannot be made in it.</returns>
    public static string? Wrong(SampleFact fact, Random random) => fact.Kind switch
    {
        'n' => Name(fact.Words, random),
        'd' => Date(fact.Words, random),
        _ => Number(fact.Words, random),
    };

    private static string? Name(string name, Random random)
    {
        var parts = name.Split(' ');
        switch (random.Next(parts.Length > 1 ? 6 : 4))
        {
            case 0: return Letters(name, random, (word, at) => word.Remove(at, 1));
            case 1: return Letters(name, random, (word, at) => word.Insert(at, word[at].ToString()));
            case 2: return Letters(name, random, (word, at) => at + 1 < word.Length && word[at] != word[at + 1] && char.IsLetter(word[at + 1]) ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word);
            case 3: return Letters(name, random, (word, at) => word[..at] + "aeiourlnst"[random.Next(10)] + word[(at + 1)..]);
            case 4: return $"{FirstNames[random.Next(FirstNames.Length)]} {string.Join(' ', parts[1..])}";
            default: return $"{string.Join(' ', parts[..^1])} {LastNames[random.Next(LastNames.Length)]}";
        }
    }

    /// <summary>A change at a small letter past the second, so that it stays a name.</summary>
    private static string? Letters(string name, Random random, Func<string, int, string> change)
    {
        var places = Enumerable.Range(0, name.Length).Where(at => at > 1 && char.IsLower(name[at]) && char.IsLower(name[at - 1])).ToList();
        if (places.Count == 0) return null;
        var changed = change(name, places[random.Next(places.Count)]);
        return changed == name ? null : changed;
    }

    private static string? Number(string number, Random random)
    {
        var spelled = FrenchNumbers.FirstOrDefault(word => number.Split(' ')[0] == word) ?? (number.StartsWith("vingt-sept", StringComparison.Ordinal) ? "vingt-sept" : number.StartsWith("quatre", StringComparison.Ordinal) ? "quatre" : number.StartsWith("quinze", StringComparison.Ordinal) ? "quinze" : null);
        if (spelled is not null) return FrenchNumbers[random.Next(FrenchNumbers.Length)] + number[spelled.Length..];
        if (number.StartsWith("six years", StringComparison.Ordinal)) return new[] { "five", "seven", "eight", "nine" }[random.Next(4)] + " years";
        var digits = Enumerable.Range(0, number.Length).Where(at => char.IsAsciiDigit(number[at])).ToList();
        switch (random.Next(5))
        {
            case 0: return number.Contains("million", StringComparison.Ordinal) ? number.Replace("million", "milliard", StringComparison.Ordinal) : null;
            case 1: return number.Contains(',', StringComparison.Ordinal) && number.Contains("million", StringComparison.Ordinal) ? Decimal().Replace(number, match => match.Groups["b"].Value + match.Groups["a"].Value + "," + "0") : null;
            case 2 when digits.Count > 1 && number[digits[0]] != number[digits[1]] && digits[1] == digits[0] + 1 && number[digits[1]] != '0':
                return number[..digits[0]] + number[digits[1]] + number[digits[0]] + number[(digits[1] + 1)..];
            default:
                var at = digits[random.Next(digits.Count)];
                var digit = (char)('1' + ((number[at] - '1' + 1 + random.Next(8)) % 9));
                return digit == number[at] ? null : number[..at] + digit + number[(at + 1)..];
        }
    }

    private static string? Date(string date, Random random)
    {
        var (months, days) = EnglishMonths.Any(month => date.Contains(month, StringComparison.Ordinal)) ? (EnglishMonths, EnglishDays) : (FrenchMonths, FrenchDays);
        var (month, day) = (months.FirstOrDefault(name => date.Contains(name, StringComparison.Ordinal)), days.FirstOrDefault(name => date.Contains(name, StringComparison.Ordinal)));
        var number = Digits().Match(date);
        switch (random.Next(3))
        {
            case 0: return month is null ? null : date.Replace(month, months[(Array.IndexOf(months, month) + 3 + random.Next(7)) % 12], StringComparison.Ordinal);
            case 1: return day is null ? null : date.Replace(day, days[(Array.IndexOf(days, day) + 1 + random.Next(6)) % 7], StringComparison.Ordinal);
            default:
                if (!number.Success) return null;
                var value = int.Parse(number.Value, CultureInfo.InvariantCulture);
                var other = value > 1000 ? value - 1 - random.Next(4) : ((value + 5 + random.Next(12)) % 28) + 1;
                return other == value ? null : date[..number.Index] + other.ToString(CultureInfo.InvariantCulture) + date[(number.Index + number.Length)..];
        }
    }

    [GeneratedRegex(@"(?<a>\d+),(?<b>\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
