using Aggregator.Reading.Text;

namespace Aggregator.Accounts;

/// <summary>
/// Passwords that guessing programs try first, whatever their length: repeated pieces, runs along the keyboard or the alphabet, the words
/// everybody takes, and the person's own name and address (NIST SP 800-63B-4 §3.1.1.2: compare with what is commonly used, expected
/// or known). The words are our own list, in French and English.
/// </summary>
public static class CommonPasswords
{
    /// <summary>Below this many letters and digits nothing is left to guess.</summary>
    private const int LeastRest = 6;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb", "1q2w3e4r5t6y7u8i9o0p"];

    private static readonly string[] Words =
    [
        "password", "passwort", "motdepasse", "passphrase", "administrator", "administrateur", "admin", "welcome", "bienvenue", "bonjour", "letmein", "iloveyou", "jetaime",
        "monkey", "dragon", "football", "baseball", "soleil", "sunshine", "princess", "princesse", "doudou", "chouchou", "loulou", "marseille", "superman", "batman", "starwars",
        "master", "shadow", "secret", "login", "hello", "azerty", "qwerty", "correcthorsebatterystaple", "changeme", "changezmoi", "trustno1", "freedom", "liberte", "whatever",
        "summer", "winter", "spring", "autumn", "printemps", "automne", "hiver", "ete", "internet", "computer", "ordinateur", "socialreport", "social", "report", "pressreview", "revuedepresse", "redaction",
        "lovely", "jesus", "nicolas", "camille", "michael", "thomas", "charlie", "default", "guest", "test", "demo",
    ];

    /// <summary>Whether a password is one of those.</summary>
    /// <param name="password">What somebody wants to take.</param>
    /// <param name="own">The person's name, address and the like.</param>
    /// <returns>True when nothing of it is left after its common parts and own words are taken away.</returns>
    public static bool Holds(string password, params IReadOnlyList<string> own)
    {
        var rest = Unrepeated(Undisguised(string.Concat(FoldedText.Of(password).Where(char.IsLetterOrDigit))));
        foreach (var word in own.SelectMany(PartsOf).Concat(Words).OrderByDescending(word => word.Length)) rest = rest.Replace(word, "", StringComparison.Ordinal);
        return Unrepeated(WithoutRuns(rest)).Length < LeastRest;
    }

    private static IEnumerable<string> PartsOf(string own) => FoldedText.Of(own).Split([' ', '.', '@', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Select(part => Undisguised(part)).Where(part => part.Length > 2);

    /// <summary>P4ssw0rd is password.</summary>
    private static string Undisguised(string text) => string.Concat(text.Select((letter, at) =>
        IsBetweenLetters(text, at) ? letter switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '8' => 'b', _ => letter } : letter));

    private static bool IsBetweenLetters(string text, int at) => (at > 0 && char.IsLetter(text[at - 1])) && (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]));

    /// <summary>A text that is one piece said again and again is that piece.</summary>
    private static string Unrepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var piece = text[..length];
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(piece, text.Length / length)) == text) return piece;
        }

        return text;
    }

    /// <summary>Takes away runs of four and more that stand in a row of keys or of the alphabet, forwards or backwards.</summary>
    private static string WithoutRuns(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var run = RunAt(text, at);
            if (run < 4) kept.Append(text[at]);
            at += Math.Max(1, run < 4 ? 1 : run);
        }

        return kept.ToString();
    }

    private static int RunAt(string text, int at)
    {
        var length = 1;
        while (at + length < text.Length && Rows.Any(row => IsPartOf(row, text.AsSpan(at, length + 1)))) length++;
        return length;
    }

    private static bool IsPartOf(string row, ReadOnlySpan<char> run)
    {
        Span<char> reversed = stackalloc char[run.Length];
        run.CopyTo(reversed);
        reversed.Reverse();
        return row.AsSpan().Contains(run, StringComparison.Ordinal) || row.AsSpan().Contains(reversed, StringComparison.Ordinal);
    }
}
