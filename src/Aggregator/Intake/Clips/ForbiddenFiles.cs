namespace Aggregator.Intake.Clips;

/// <summary>Files that are no article, by their name and by how they begin. Pure.</summary>
internal static class ForbiddenFiles
{
    private static readonly string[] Allowed = [".eml", ".html", ".htm", ".xhtml"];

    private static readonly (byte[] Start, string French, string English)[] Known =
    [
        ("%PDF"u8.ToArray(), "un PDF : copiez-en le texte, ou enregistrez la page en HTML", "a PDF: paste its text, or save the page as HTML"),
        ("PK"u8.ToArray(), "une archive ou un document de bureautique : copiez-en le texte", "an archive or office document: paste its text"),
        ([0xD0, 0xCF, 0x11, 0xE0], "un document de bureautique : copiez-en le texte", "an office document: paste its text"),
        ("MZ"u8.ToArray(), "un programme", "a program"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "un programme", "a program"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "une image : écrivez-en le texte", "an image: write down its text"),
        ([0xFF, 0xD8, 0xFF], "une image : écrivez-en le texte", "an image: write down its text"),
        ("GIF8"u8.ToArray(), "une image : écrivez-en le texte", "an image: write down its text"),
        ("RIFF"u8.ToArray(), "un son ou une image : écrivez-en le texte", "a sound or an image: write down its text"),
        ("ID3"u8.ToArray(), "un son : écrivez ce qui y est dit", "a sound: write down what it says"),
        ([0x1F, 0x8B], "une archive", "an archive"),
    ];

    /// <returns>Why it is refused; null for a mail or a page.</returns>
    public static ClipFault? Fault(string? name, ReadOnlySpan<byte> file)
    {
        foreach (var (start, french, english) in Known)
            if (file.StartsWith(start)) return new("file", $"Ce fichier est {french}.", $"This file is {english}.");
        if (!Array.Exists(Allowed, end => name?.EndsWith(end, StringComparison.OrdinalIgnoreCase) == true))
            return new("file", "Donnez un courriel (.eml) ou une page (.html).", "Give a mail (.eml) or a page (.html).");
        return file.IndexOf((byte)0) >= 0 && !file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new("file", "Ce fichier n’est pas du texte.", "This file is no text.") : null;
    }
}
