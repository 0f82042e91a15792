using System.Buffers;

namespace Aggregator.Sending.Mime;

/// <summary>
/// quoted-printable (RFC 2045 §6.7) for UTF-8: line ends stay line ends, lines get at most 76 characters, a character is never torn by
/// a soft break. Beyond the RFC, a dot and <c>From </c> that begin a line are escaped, so that neither SMTP nor an mbox file changes them.
/// </summary>
internal static class QuotedPrintable
{
    /// <summary>Characters before the = of a soft break.</summary>
    private const int Widest = 75;

    private static readonly SearchValues<byte> Literal = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    public static void Write(MailBuffer mail, ReadOnlySpan<byte> utf8)
    {
        while (CanonicalText.NextLine(ref utf8, out var line))
        {
            WriteLine(mail, line);
            mail.Line();
        }

        WriteLine(mail, utf8);
    }

    private static void WriteLine(MailBuffer mail, ReadOnlySpan<byte> line)
    {
        // White space at the end of a line would be lost on the way: its last character is escaped.
        var tail = line.Length > 0 && line[^1] is (byte)' ' or (byte)'\t' ? 1 : 0;
        var rest = line[..^tail];
        // All escaped is three for one, and a soft break costs three for at least 64.
        var wire = new WireLine(mail.Free(line.Length * 4 + 16));
        while (!rest.IsEmpty)
        {
            var literals = rest.IndexOfAnyExcept(Literal);
            wire.Copy(literals < 0 ? rest : rest[..literals]);
            if (literals < 0) break;
            var width = CharacterWidth(rest[literals..]);
            wire.Escape(rest.Slice(literals, width));
            rest = rest[(literals + width)..];
        }

        wire.Escape(line[^tail..]);
        mail.Advance(wire.Length);
    }

    /// <summary>Bytes of the character that begins here; the text comes from an encoder and is well-formed.</summary>
    private static int CharacterWidth(ReadOnlySpan<byte> utf8) => utf8[0] switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };

    /// <summary>What a line of text becomes: one or more lines on the wire.</summary>
    private ref struct WireLine(Span<byte> target)
    {
        private readonly Span<byte> target = target;
        private int column;

        public int Length { get; private set; }

        public void Copy(ReadOnlySpan<byte> literals)
        {
            while (!literals.IsEmpty)
            {
                if (column == Widest) SoftBreak();
                if (column == 0 && (literals[0] == '.' || literals.StartsWith("From "u8)))
                {
                    Escape(literals[..1]);
                    literals = literals[1..];
                    continue;
                }

                var taken = Math.Min(literals.Length, Widest - column);
                literals[..taken].CopyTo(target[Length..]);
                Length += taken;
                column += taken;
                literals = literals[taken..];
            }
        }

        /// <param name="character">The bytes of one character, or none.</param>
        public void Escape(ReadOnlySpan<byte> character)
        {
            if (column + character.Length * 3 > Widest) SoftBreak();
            foreach (var b in character)
            {
                target[Length] = (byte)'=';
                target[Length + 1] = Hex(b >> 4);
                target[Length + 2] = Hex(b & 15);
                Length += 3;
            }

            column += character.Length * 3;
        }

        private void SoftBreak()
        {
            "=\r\n"u8.CopyTo(target[Length..]);
            Length += 3;
            column = 0;
        }

        private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
    }
}
