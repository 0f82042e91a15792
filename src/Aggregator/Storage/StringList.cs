using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Aggregator.Storage;

/// <summary>
/// A list of strings as a JSON array in one column. EF has a mapping of its own for it, whose comparer compiles a method for each
/// row it looks at: a third of the time of an intake went into making and finalising them (measured).
/// </summary>
internal sealed class StringListJson() : ValueConverter<List<string>, string>(list => Write(list), json => Read(json))
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(List<string> list) => list.Count == 0 ? "[]" : JsonSerializer.Serialize(list, Form);

    private static List<string> Read(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<List<string>>(json, Form) ?? [];
}

/// <summary>Lists are the same when their strings are, in their order.</summary>
internal sealed class StringListComparer() : ValueComparer<List<string>>((a, b) => Same(a, b), list => Hash(list), list => Copy(list))
{
    private static bool Same(List<string>? a, List<string>? b) => ReferenceEquals(a, b) || (a is not null && b is not null && a.SequenceEqual(b, StringComparer.Ordinal));

    private static int Hash(List<string> list) => list.Aggregate(list.Count, (hash, text) => HashCode.Combine(hash, text.GetHashCode(StringComparison.Ordinal)));

    private static List<string> Copy(List<string> list) => [.. list];
}
