using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Intake;

/// <summary>The signature of what a hub sends: <c>X-Hub-Signature: METHOD=HEX</c>, an HMAC of the body with our secret (WebSub §7). Pure.</summary>
public static class PushSignature
{
    /// <summary>Whether the body is signed with the secret; in a time that does not tell how much of the signature is right.</summary>
    /// <param name="header">The header, or null. SHA-1 is taken too: as an HMAC it holds, and the oldest hubs know no other.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="secret">Our secret.</param>
    public static bool IsRight(string? header, ReadOnlySpan<byte> body, string secret)
    {
        if (header?.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var key = Encoding.UTF8.GetBytes(secret);
        byte[]? right = header[..at].Trim().ToLowerInvariant() switch
        {
            "sha1" => Sha1(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => null,
        };
        if (right is null) return false;
        var given = new byte[right.Length];
        var hex = header.AsSpan(at + 1).Trim();
        return hex.Length == 2 * right.Length && Convert.FromHexString(hex, given, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == right.Length && CryptographicOperations.FixedTimeEquals(given, right);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is what hubs of the first protocol sign with; forging it needs the key.")]
    private static byte[] Sha1(byte[] key, ReadOnlySpan<byte> body) => HMACSHA1.HashData(key, body);
}
