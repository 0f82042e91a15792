using System.Text;

namespace Aggregator.Sending.Mime;

/// <summary>Text that a person wrote, in the head: as it is where it can be, else in encoded words (RFC 2047).</summary>
internal static class HeaderText
{
    /// <summary>Longest word, and longest quoted name, that is written as it is; longer ones could not be broken.</summary>
    private const int Longest = 60;

    /// <summary>
    /// The text on one line, so that nothing in it can begin a new field: each run of line breaks and other controls is a space, and
    /// spaces at its ends are gone.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var broken = false;
        foreach (var c in text)
        {
            var breaks = char.IsControl(c) || c is '\u2028' or '\u2029';
            if (!breaks) line.Append(c);
            else if (!broken) line.Append(' ');
            broken = breaks;
        }

        return line.ToString().Trim(' ');
    }

    /// <summary>A subject (unstructured, RFC 5322 §3.2.5).</summary>
    public static void Write(HeaderField field, string line)
    {
        if (IsPlain(line)) field.Words(line);
        else EncodedWords.Write(field, line);
    }

    /// <summary>A display name: atoms, a quoted string (RFC 5322 §3.2.4, §3.2.5) or encoded words.</summary>
    public static void WritePhrase(HeaderField field, string line)
    {
        if (IsPlain(line) && IsAtoms(line)) field.Words(line);
        else if (FieldSyntax.IsPrintable(line) && !LooksEncoded(line) && Quoted(line) is { Length: <= Longest } quoted) field.Word(quoted);
        else EncodedWords.Write(field, line);
    }

    /// <summary>Whether a reader gets back exactly this text, wherever it was broken.</summary>
    private static bool IsPlain(ReadOnlySpan<char> line)
    {
        if (!FieldSyntax.IsPrintable(line) || LooksEncoded(line)) return false;
        foreach (var word in line.Split(' '))
            if (line[word].Length is 0 or > Longest && !line.IsEmpty) return false;
        return true;
    }

    private static bool IsAtoms(ReadOnlySpan<char> line)
    {
        foreach (var word in line.Split(' '))
            if (line[word].ContainsAnyExcept(FieldSyntax.Atext)) return false;
        return true;
    }

    /// <summary>A reader would decode it although nobody encoded it.</summary>
    private static bool LooksEncoded(ReadOnlySpan<char> line) => line.Contains("=?", StringComparison.Ordinal);

    private static string Quoted(string line) =>
        $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
