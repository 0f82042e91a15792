using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aggregator.Reading.Feeds.JsonFeed;

/// <summary>Takes texts out of JSON that may not be what they should be.</summary>
internal static class JsonText
{
    /// <summary>A string, or a number as its text; null for everything else and for a string without content.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => NonEmpty(Clean(Unescaped(value))),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>A member of an object as text.</summary>
    public static string? Of(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? Of(value) : null;

    /// <summary>The name of a property.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return ""; // a lone surrogate: no name of ours
        }
    }

    private static string Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return WithoutLoneSurrogates(value.GetRawText()[1..^1]);
        }
    }

    /// <summary>Resolves escapes by hand: System.Text.Json refuses the whole string for one lone surrogate.</summary>
    private static string WithoutLoneSurrogates(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length) text.Append(raw[i]);
            else if (raw[++i] != 'u') text.Append(Escaped(raw[i]));
            else if (ushort.TryParse(raw.AsSpan(i + 1, Math.Min(4, raw.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 4;
            }
        }

        // Going through UTF-8 puts U+FFFD in the place of surrogates without partner.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Escaped(char letter) => letter switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' or 'f' => ' ',
        _ => letter,
    };

    private static string Clean(string text) => Xml.References.Clean(text);

    private static string? NonEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
