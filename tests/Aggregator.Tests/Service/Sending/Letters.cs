using System.Text;

namespace Aggregator.Tests.Service.Sending;

/// <summary>Makes text that gives mail programs trouble, the same for the same seed (xorshift64*, Marsaglia 2003).</summary>
internal sealed class Letters(ulong seed)
{
    private static readonly string[] Pieces =
    [
        "a", "Bonjour", "semaine", "report", " ", " ", " ", "  ", "é", "ç", "œ", "’", "«\u202f", "\u202f»", "\u00a0:", "—", "…", "€", "漢字", "привет", "שלום", "مرحبا",
        "\u202e", "\u200f", "😀", "👩‍🚀", "🇫🇷", "e\u0301", "a\u0308\u0323", "\u0301", "=", "=?", "?=", "=?utf-8?Q?x?=", "_", "?", "\"", "\\", "(", ")", "<", ">", "@", ",", ";", ":", ".", "..",
        "-", "--", "--=_", "=20", "=\u00e9", "From ", "%", "&amp;", "<b>", "{{x}}", "'", "`", "|", "#", "\u00ad", "\u200d", "\ufeffx", "\u1e9e", "\U00020000", "\uffff",
    ];

    private static readonly string[] Breaks = ["\n", "\r\n", "\r", "\n\n", " \n", "\t\n", "\n.", "\n.\n", "\nFrom ", "\t", "\f", "\u2028", "\u0085", "\0", "\ud800", "\udc00"];

    private ulong state = seed;

    public string Line(int longest)
    {
        var line = new StringBuilder();
        for (var count = Draw(longest); count > 0; count--) line.Append(Draw(12) == 0 ? new string('x', Draw(120)) : Pieces[Draw(Pieces.Length)]);
        return line.ToString();
    }

    public string Body(int longest)
    {
        var body = new StringBuilder();
        for (var count = Draw(longest); count > 0; count--) body.Append(Line(20)).Append(Breaks[Draw(Breaks.Length)]);
        return body.ToString();
    }

    private int Draw(int below)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((state * 2685821657736338717UL >> 33) % (ulong)below);
    }
}
