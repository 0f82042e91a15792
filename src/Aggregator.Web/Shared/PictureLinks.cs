using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Aggregator.Web.Shared;

/// <summary>
/// The addresses under which publishers' pictures are shown: <c>/image/{signature}/{address}</c>. The signature (HMAC-SHA256, half of it) says that a page of ours
/// named the address: nobody else can make this server fetch anything.
/// </summary>
public sealed class PictureLinks
{
    private const int Signed = 16, LongestAddress = 4_000;
    private readonly byte[] key;

    public PictureLinks(IDataProtectionProvider protection, DataDirectory data) => key = KeyOf(protection.CreateProtector("pictures"), Path.Combine(data.Keys, "pictures.key"));

    /// <summary>Where our pages find the picture; the same for the same address as long as the key lives, so that browsers keep it.</summary>
    public string To(string address) => $"/image/{Sign(address)}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(address))}";

    /// <returns>The publisher's address, or null when no page of ours named it.</returns>
    public string? Check(string signature, string encoded)
    {
        if (encoded.Length > LongestAddress * 4 || !Base64Url.IsValid(encoded)) return null;
        var address = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(address)), Encoding.UTF8.GetBytes(signature)) ? address : null;
    }

    private string Sign(string address) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address)).AsSpan(0, Signed));

    // Random once, kept encrypted by data protection beside its own keys. When those were lost, a new one: pages opened earlier lose their pictures.
    private static byte[] KeyOf(IDataProtector protector, string file)
    {
        try
        {
            if (File.Exists(file)) return protector.Unprotect(File.ReadAllBytes(file));
        }
        catch (CryptographicException)
        {
            File.Delete(file);
        }

        var made = RandomNumberGenerator.GetBytes(32);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.CreateNew);
            stream.Write(protector.Protect(made));
            return made;
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another node that shares the folder was faster.
            return protector.Unprotect(File.ReadAllBytes(file));
        }
    }
}
