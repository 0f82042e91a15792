using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>
/// Letters as one types them on a keyboard that lacks them: Łódź is Lódź, Søren is Soren. What Unicode decomposes (é, ź) is left to
/// <see cref="FoldedText"/>, whose results are stored as hashes and must not change. Pure.
/// </summary>
public static class PlainLetters
{
    private const string Resource = "plain-letters.txt";

    private static readonly FrozenDictionary<char, string> Plain = Read();

    private static readonly SearchValues<char> Special = SearchValues.Create([.. Plain.Keys]);

    /// <returns>The text itself when it has no such letter, as most have none.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Special)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Plain.TryGetValue(letter, out var typed)) plain.Append(typed);
            else plain.Append(letter);
        }

        return plain.ToString();
    }

    private static FrozenDictionary<char, string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        var plain = new Dictionary<char, string>();
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            plain[line[0]] = line[2..].Trim();
            plain.TryAdd(char.ToUpperInvariant(line[0]), line[2..].Trim());
        }

        // The capital of a dotless i is the ordinary one.
        return plain.Where(pair => !char.IsAscii(pair.Key)).ToFrozenDictionary();
    }
}
