using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Intake.Addresses;

/// <summary>An address without one of its parameters: what two addresses share that differ in that parameter alone.</summary>
/// <param name="Hash">Of the key without it.</param>
/// <param name="Name">The parameter; empty: all that are noise on the host.</param>
/// <param name="Rest">The key without it.</param>
internal sealed record AddressForm(long Hash, string Name, string Rest)
{
    /// <summary>Addresses with more parameters are searches and lists.</summary>
    private const int MostParameters = 6;

    /// <summary>Longest name that is learnt, in characters.</summary>
    private const int LongestName = 60;

    /// <summary>The forms of a key, one for each parameter.</summary>
    public static IReadOnlyList<AddressForm> Of(string key)
    {
        var names = KeyParameters.NamesOf(key);
        return names.Count > MostParameters ? []
            : [.. names.Where(name => name.Length <= LongestName).Select(name => Without(key, name))];
    }

    /// <summary>The form without all that is noise.</summary>
    public static AddressForm Merged(string rest) => new(HashOf(rest), "", rest);

    /// <summary>The first 8 bytes of the SHA-256 of a key.</summary>
    public static long HashOf(string key) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static AddressForm Without(string key, string name)
    {
        var rest = KeyParameters.Without(key, new HashSet<string>(StringComparer.Ordinal) { name });
        return new(HashOf(rest), name, rest);
    }
}
