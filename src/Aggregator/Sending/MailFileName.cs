using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Sending;

/// <summary>The name of a mail's file.</summary>
internal static class MailFileName
{
    private const int Longest = 150;

    private static readonly SearchValues<char> Safe = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.@");

    /// <summary>
    /// The Message-ID and <c>.eml</c>: those of <see cref="MessageIds"/> sort by send, then by subscriber. In other identifiers all that a
    /// file system or a shell could mistake becomes a hyphen, and a hash of the whole keeps them apart (also where case does not count).
    /// </summary>
    public static string Of(string messageId)
    {
        if (messageId.Length <= Longest && !messageId.AsSpan().ContainsAnyExcept(Safe) && char.IsAsciiLetterOrDigit(messageId[0])) return messageId + ".eml";
        var name = new StringBuilder("m-").Append(messageId.AsSpan(0, Math.Min(messageId.Length, Longest)));
        for (var i = 0; i < name.Length; i++)
            if (!Safe.Contains(name[i])) name[i] = '-';
        return $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 8))}.eml";
    }
}
