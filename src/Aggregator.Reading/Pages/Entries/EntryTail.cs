using System.Text.RegularExpressions;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Pages.Structure;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Takes off the end of an entry what comes after its last sentence: words to go on reading, sources, footnotes, a signature.</summary>
internal static partial class EntryTail
{
    private static readonly string[] Lists = ["sources", "source", "références", "references", "bibliographie", "bibliography", "notes", "notes et références", "footnotes", "pour en savoir plus", "further reading", "webographie", "liens", "links", "sources et liens", "crédits", "credits"];

    /// <summary>Whether a line at the head of a text only repeats the title, the day or who wrote it: "Soumis par Aline Roche".</summary>
    public static bool IsHead(string line, PageEntry entry, bool dayFirst) =>
        Phrases.Same(line, entry.Title) || EntryDate.IsDate(line, dayFirst)
        || entry.Authors.Any(author => line.Contains(author, StringComparison.Ordinal) && line.Length <= author.Length + 30 && !line.EndsWith('.'));

    /// <summary>The blocks without their tail.</summary>
    /// <param name="blocks">In order.</param>
    /// <param name="truncated">Set when words such as "Lire la suite" or "[…]" end the text.</param>
    /// <param name="signature">The name under the text, if there was one.</param>
    public static List<Block> Cut(List<Block> blocks, ref bool truncated, out string? signature)
    {
        signature = null;
        var kept = blocks.ToList();
        for (var before = -1; before != kept.Count;)
        {
            before = kept.Count;
            CutList(kept);
            CutNotes(kept);
            truncated |= CutMore(kept);
            signature = CutSignature(kept) ?? signature;
        }

        if (kept.Count > 0 && Bracketed().IsMatch(kept[^1].Text)) truncated = true;
        return kept;
    }

    // "Sources :" with nothing or short references after it, in the last third.
    private static void CutList(List<Block> blocks)
    {
        for (var at = blocks.Count - 1; at > 0; at--)
        {
            if (Lists.Contains(Marks.Plain(blocks[at].Text).TrimEnd(':', ' '), StringComparer.Ordinal)) blocks.RemoveRange(at, blocks.Count - at);
            else if (blocks.Count - at > 20 || blocks[at].Text.Length > (blocks[at].Kind == BlockKind.List ? 3_000 : 350)) return;
        }
    }

    // "(1)", "[2] Ministry of the Interior": what a mark in the text points to.
    private static void CutNotes(List<Block> blocks)
    {
        var length = blocks.Sum(block => block.Text.Length);
        for (var (at, after) = (blocks.Count - 1, 0); at > 0; at--)
        {
            var text = blocks[at].Text;
            if (after > length * 0.35 || text.Length > 400) return;
            if (Note().Match(text) is { Success: true } note && blocks.Take(at).Any(block => block.Text.Contains(note.Groups["mark"].Value, StringComparison.Ordinal)))
            {
                // A rest of full paragraphs is text again.
                if (blocks.Skip(at + 1).Any(block => block.Text.Length > 160 && !Note().IsMatch(block.Text))) return;
                blocks.RemoveRange(at, blocks.Count - at);
            }

            after += text.Length;
        }
    }

    private static bool CutMore(List<Block> blocks)
    {
        var found = false;
        while (blocks.Count > 0 && blocks[^1] is { Text: var text } last)
        {
            if (last.Kind == BlockKind.Figure && blocks.Count > 1 && text.Length == 0) return found;
            if (Marks.SaysMore(text)) found = true;
            else if (!IsPointer(text)) break;
            blocks.RemoveAt(blocks.Count - 1);
        }

        return CutGlued(blocks) || found;
    }

    // "… les déplacements professionnels. Lire la suite"
    private static bool CutGlued(List<Block> blocks)
    {
        if (blocks.Count == 0 || Glued().Match(blocks[^1].Text) is not { Success: true } match) return false;
        var last = blocks[^1];
        var words = match.Groups["more"].Value;
        var at = last.Html.LastIndexOf(System.Net.WebUtility.HtmlEncode(words), StringComparison.Ordinal);
        blocks[^1] = last with { Text = last.Text[..match.Index].TrimEnd(), Html = at < 0 ? last.Html : last.Html.Remove(at, System.Net.WebUtility.HtmlEncode(words).Length) };
        return true;
    }

    // "À lire ici", "Read it here": a line that only points elsewhere.
    private static bool IsPointer(string text) => text.Length is > 0 and < 60 && Pointer().IsMatch(text.Replace('’', '\''));

    private static string? CutSignature(List<Block> blocks)
    {
        if (blocks.Count < 3 || blocks[^1] is not { Kind: BlockKind.Paragraph, Text: { Length: > 4 and < 50 } text }) return null;
        if (Signature().Match(text.Trim()) is not { Success: true } match || blocks[^2].Text.TrimEnd().EndsWith(':')) return null;
        blocks.RemoveAt(blocks.Count - 1);
        return Cased(match.Groups["name"].Value.Trim());
    }

    // "Jean-François PASCAL" is Jean-François Pascal.
    private static string Cased(string name) => string.Join(' ', name.Split(' ').Select(word => word.Length > 2 && word.All(c => !char.IsLetter(c) || char.IsUpper(c))
        ? string.Join('-', word.Split('-').Select(part => part.Length < 2 ? part : part[0] + part[1..].ToLowerInvariant())) : word));

    [GeneratedRegex(@"(?:\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|(?:…|\.\.\.)\s*(?:→|»|>))\s*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\A\s*(?<mark>[\(\[]\d{1,2}[\)\]]|[¹²³⁴⁵]|\*{1,3})(?:\s|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Note();

    [GeneratedRegex(@"[\s.…!?»”)]\s*(?<more>(?:\(|\[)?\s*(?:lire la suite|lire plus|en savoir plus|la suite|read more|continue reading|read the rest|keep reading)\b[^.!?]{0,40}?(?:…|\.\.\.|→|»|\)|\])*\s*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Glued();

    [GeneratedRegex(@"\A(?:à lire|a lire|à voir|a voir|à écouter|lire|voir|cliquez|c'est|retrouvez|read|see|listen|click|find|it's|get)\b[^.!?]{0,30}\b(?:ici|là|here|there|ci-dessous)\s*[.!>»→]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\A(?:(?:[Pp]ar|[Bb]y|[-–—])\s+(?<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,3})|[-–—]?(?<name>(?!Par |By )\p{Lu}[\p{L}'’.-]+(?: (?:de|du|van|von|der|di|da|le|la))*(?: \p{Lu}[\p{L}'’.-]*){1,3}))\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signature();
}
