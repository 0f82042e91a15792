using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Aggregator.Sending.Mime;

namespace Aggregator.Sending;

/// <summary>
/// Reads one address as a person types it: the dot-atom form of RFC 5321 §4.1.2 at a domain of the public DNS, in linear time.
/// By policy refused though legal: quoted local parts, comments, address literals, domains without a dot or with a final one, and
/// local parts outside ASCII (RFC 6531), because a mail to them is lost at every server on the way that does not offer SMTPUTF8.
/// Characters such as <c>|</c>, <c>`</c>, <c>'</c> and a leading <c>-</c> or <c>=</c> are legal and kept: whoever passes an
/// address to a shell, a program or a table must quote it.
/// </summary>
public static class MailAddressSyntax
{
    private const int Longest = 254, LongestLocalPart = 64;

    /// <summary>Reads an address; never throws.</summary>
    /// <param name="typed">
    /// White space around it is dropped, and so are characters that nobody sees: spreadsheets and mail programs add them. Null counts as
    /// nothing.
    /// </param>
    public static MailAddressReading Read(string? typed)
    {
        var text = Visible(typed);
        if (text.IsEmpty) return new(MailAddressFault.Empty);
        if (text.Length > Longest) return new(MailAddressFault.TooLong);
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1) return new(MailAddressFault.Incomplete);
        if (LocalPartFault(text[..at]) is not MailAddressFault.None and var fault) return new(fault);
        if (MailDomain.ToAscii(text[(at + 1)..]) is not { } domain) return new(MailAddressFault.Domain);
        return at + 1 + domain.Length > Longest ? new(MailAddressFault.TooLong) : new($"{text[..at]}@{domain}");
    }

    private static ReadOnlySpan<char> Visible(ReadOnlySpan<char> typed)
    {
        while (!typed.IsEmpty && IsInvisible(typed[0])) typed = typed[1..];
        while (!typed.IsEmpty && IsInvisible(typed[^1])) typed = typed[..^1];
        return typed;
    }

    /// <summary>White space and format characters: zero-width ones, byte order marks, marks of direction, soft hyphens.</summary>
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>The same for who needs no reason.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out string? address) => (address = Read(typed).Address) is not null;

    /// <summary>
    /// What tells subscribers apart: the address in lower case. Servers may in law tell Anne@ from anne@ (RFC 5321 §2.4); none does,
    /// and one person must not get two mails. The address itself keeps the case that was typed.
    /// </summary>
    public static string KeyOf(string address) => address.ToLowerInvariant();

    private static MailAddressFault LocalPartFault(ReadOnlySpan<char> part) =>
        part.IndexOfAny("<>,;: @") >= 0 && part[0] != '"' ? MailAddressFault.NotOneAddress
        : part.Length > LongestLocalPart ? MailAddressFault.TooLong
        : !Ascii.IsValid(part) ? MailAddressFault.NonAsciiLocalPart
        : FieldSyntax.IsDotAtom(part) ? MailAddressFault.None : MailAddressFault.LocalPart;
}

/// <summary>What a typed address is.</summary>
/// <param name="Address">Ready to send to: domain in lower case, as A-labels (RFC 5891); null when there is a fault.</param>
/// <param name="Fault">Why not.</param>
public readonly record struct MailAddressReading(string? Address, MailAddressFault Fault)
{
    internal MailAddressReading(string address) : this(address, MailAddressFault.None)
    {
    }

    internal MailAddressReading(MailAddressFault fault) : this(null, fault)
    {
    }
}
