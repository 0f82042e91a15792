using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Web.Host.Api;

/// <summary>
/// Texts of a request as they are, to the last space; but no NUL and no half of a surrogate pair (Unicode 16, §3.8): no database keeps
/// them all, and what we cannot give back unchanged we do not take.
/// </summary>
internal sealed class SoundText : JsonConverter<string>
{
    /// <summary>What the caller hears.</summary>
    public const string Problem = "A text holds neither NUL nor half of a surrogate pair: take it out.";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        try
        {
            return reader.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new JsonException(Problem);
        }
        catch (InvalidOperationException e)
        {
            // That is how the reader says that a surrogate stands alone.
            throw new JsonException(Problem, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
