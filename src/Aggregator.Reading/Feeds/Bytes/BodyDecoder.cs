using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>
/// Finds a body's encoding and decodes it. In this order: what shows in the first bytes, the transport's charset, the XML declaration,
/// UTF-8 when the bytes are (nearly) valid UTF-8, what the bytes of other scripts look like, windows-1252.
/// A name that is unknown or that the bytes contradict is passed over: bytes beyond ASCII that are valid UTF-8 are that, whatever is said.
/// </summary>
internal static class BodyDecoder
{
    private const int LargeBody = 1_000_000;

    public static DecodedBody Decode(ReadOnlySpan<byte> body, string? contentType, DiagnosticList diagnostics)
    {
        if (ByteOrder.Find(body) is { } shown && (shown.Name != "utf-8" || Utf8.IsValid(body[shown.Mark..])))
            return With(shown.Encoding, shown.Name, body[shown.Mark..], diagnostics);
        if (ByteOrder.Find(body) is { } marked) body = body[marked.Mark..];

        var transport = Named(DeclaredEncoding.OfContentType(contentType), "The server", body, diagnostics);
        var (encoding, name) = transport ?? Named(DeclaredEncoding.OfXmlDeclaration(body), "The XML declaration", body, diagnostics)
            ?? Guessed(body, diagnostics);
        return With(encoding, name, body, diagnostics);
    }

    private static (Encoding Encoding, string Name)? Named(string? name, string who, ReadOnlySpan<byte> body, DiagnosticList diagnostics)
    {
        if (name is null) return null;
        var found = DeclaredEncoding.Find(name);
        if (found is null) diagnostics.Note("encoding-unknown", $"{who} names the encoding \"{Shown(name)}\", which cannot be right.");
        else if (!Fits(found.Value.Name, body) || Utf8Evidence.Outweighs(found.Value.Encoding, body))
        {
            diagnostics.Break("encoding-wrong", $"{who} says {found.Value.Name}, but the bytes are something else.");
            return null;
        }

        return found;
    }

    private static bool Fits(string name, ReadOnlySpan<byte> body) => name switch
    {
        "utf-8" => Utf8.IsValid(body),
        "us-ascii" => Ascii.IsValid(body),
        _ => true,
    };

    private static (Encoding Encoding, string Name) Guessed(ReadOnlySpan<byte> body, DiagnosticList diagnostics)
    {
        if (Utf8.IsValid(body)) return (Encoding.UTF8, "utf-8");
        diagnostics.Break("encoding-invalid", "The bytes are not valid in the encoding they should have; damaged characters may show.");
        if (Utf8Share.IsMostly(body)) return (Encoding.UTF8, "utf-8");
        var name = LegacyEncoding.Guess(body) ?? "windows-1252";
        return (DeclaredEncoding.Find(name)!.Value.Encoding, name);
    }

    private static DecodedBody With(Encoding encoding, string name, ReadOnlySpan<byte> body, DiagnosticList diagnostics)
    {
        // The pool rounds up to a power of two and keeps what it gave: for the few bodies that are large, exactly what is needed.
        var isLarge = body.Length > LargeBody;
        var buffer = isLarge ? new char[encoding.GetCharCount(body)] : ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(body.Length));
        var length = encoding.GetChars(body, buffer);
        // As many characters as bytes: all of it is ASCII, as many feeds are, and nothing can be amiss.
        if (name == "utf-8" && length == body.Length) return new DecodedBody(buffer, length, name, IsPooled: !isLarge);
        var isDoubled = false;
        if (name == "utf-8" && DoubleEncoding.Undo(buffer.AsSpan(0, length)) is var single && single < length)
        {
            diagnostics.Note("encoding-doubled", "The text was encoded as UTF-8 twice; one of the two was undone.");
            (length, isDoubled) = (single, true);
        }

        Repair(buffer.AsSpan(0, length));
        return new DecodedBody(buffer, length, name, IsPooled: !isLarge) { Misread = isDoubled ? null : MisreadText.Of(encoding) };
    }

    /// <summary>
    /// Replaces characters nobody means: C1 controls are windows-1252 that somebody took for Latin-1; U+FFFE and U+FFFF are no characters
    /// (XML 1.0 section 2.2).
    /// </summary>
    private static void Repair(Span<char> text)
    {
        if (text.IndexOfAnyInRange('\uFFFE', '\uFFFF') >= 0)
        {
            text.Replace('\uFFFE', '\uFFFD');
            text.Replace('\uFFFF', '\uFFFD');
        }

        for (var at = text.IndexOfAnyInRange('\u0080', '\u009F'); at >= 0; at = text.IndexOfAnyInRange('\u0080', '\u009F'))
        {
            text[at] = Windows1252.Characters[text[at] - 0x80];
            text = text[(at + 1)..];
        }
    }

    private static string Shown(string name) => name.Length > 40 ? $"{name[..40]}…" : name;
}
