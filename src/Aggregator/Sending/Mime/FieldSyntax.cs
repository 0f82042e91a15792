using System.Buffers;
using System.Text;

namespace Aggregator.Sending.Mime;

/// <summary>The forms of values that programs make and programs read.</summary>
internal static class FieldSyntax
{
    /// <summary>Longest value that we do not break: with its field name it stays far below the 998 of RFC 5322 §2.1.1.</summary>
    private const int Longest = 900;

    private const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>atext of RFC 5322 §3.2.3.</summary>
    public static readonly SearchValues<char> Atext = SearchValues.Create(LettersAndDigits + "!#$%&'*+-/=?^_`{|}~");

    private static readonly SearchValues<char> ListIdCharacters = SearchValues.Create(LettersAndDigits + "-_.");

    /// <summary>What may stand in a URI (RFC 3986 §2): neither white space nor angle brackets, which would end it in the field.</summary>
    private static readonly SearchValues<char> UriCharacters = SearchValues.Create(LettersAndDigits + "-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>Atoms joined by single dots (RFC 5322 §3.2.3).</summary>
    public static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        foreach (var atom in text.Split('.'))
            if (text[atom].IsEmpty || text[atom].ContainsAnyExcept(Atext)) return false;
        return true;
    }

    /// <summary>dot-atom@dot-atom, the form of RFC 5322 §3.6.4 that everything understands.</summary>
    public static bool IsMessageId(string id)
    {
        var at = id.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && id.Length <= 250 && IsDotAtom(id.AsSpan(0, at)) && IsDotAtom(id.AsSpan(at + 1));
    }

    /// <summary>RFC 2919 §3.</summary>
    public static bool IsListId(string id) =>
        id.Length <= 255 && id.Contains('.', StringComparison.Ordinal) && IsDotAtom(id) && !id.AsSpan().ContainsAnyExcept(ListIdCharacters);

    public static bool IsWebLink(string link) =>
        IsUri(link) && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    public static bool IsMailto(string link) => IsUri(link) && link.StartsWith("mailto:", StringComparison.Ordinal) && link.IndexOf('@', StringComparison.Ordinal) > 7;

    /// <summary>Whether a POST to this link may be promised as one click.</summary>
    public static bool IsOneClick(string link) => new Uri(link) is { Scheme: "https" } or { IsLoopback: true };

    public static bool IsPlainValue(string value) => value.Length is > 0 and <= Longest && IsPrintable(value) && value.Trim(' ').Length == value.Length;

    /// <summary>Space and the visible characters of ASCII.</summary>
    public static bool IsPrintable(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');

    /// <summary>For a message to a person: what could disturb a log is a question mark.</summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder(text, 0, Math.Min(text.Length, 60), 60);
        for (var i = 0; i < shown.Length; i++)
            if (shown[i] is < ' ' or > '~') shown[i] = '?';
        return shown.ToString();
    }

    private static bool IsUri(string text) => text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExcept(UriCharacters);
}
