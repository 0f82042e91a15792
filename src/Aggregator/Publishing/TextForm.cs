using System.Text;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Publishing;

/// <summary>An issue as plain text: the text part of the mail, complete and readable by itself.</summary>
public static class TextForm
{
    public static Rendering Rendering { get; } = new("text", "text/plain", Write, rendition => rendition.Text);

    /// <summary>Characters in a line; longer words stand alone.</summary>
    private const int Width = 72;

    /// <summary>What stands in for the reader's own unsubscribe address until the mail is made; only its last occurrence counts.</summary>
    public const string UnsubscribePlace = "{{unsubscribe}}";

    public static string Write(Edition edition)
    {
        var words = edition.Words;
        var text = new StringBuilder();
        text.Append(Wrap(edition.Publication)).Append('\n').Append(Wrap($"{words.Issue} {edition.Number}, {words.Date(edition.Date)}")).Append('\n');
        text.Append(Wrap($"{words.ReadOnWeb}{words.Colon} {edition.WebUrl}")).Append("\n\n");
        text.Append(Wrap(edition.Title.ToUpper(words.Culture))).Append("\n\n");
        foreach (var paragraph in edition.Intro) text.Append(Wrap(paragraph)).Append("\n\n");
        if (edition.Bylines.Count > 0) text.Append(Wrap(string.Join("; ", edition.Bylines.Select(byline => byline.Line)))).Append("\n\n");
        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < edition.Sections.Count; i++) Section(text, edition, i, listed);
        foreach (var paragraph in edition.Closing) text.Append(Wrap(paragraph)).Append("\n\n");
        foreach (var correction in edition.Corrections)
            text.Append(Wrap($"{words.Correction(correction.Cause)}, {words.ShortDate(correction.At)}{words.Colon} {correction.Note}")).Append("\n\n");
        text.Append("-- \n").Append(Wrap(words.WhyYou)).Append('\n').Append(words.Unsubscribe).Append(words.Colon).Append('\n').Append(UnsubscribePlace).Append('\n');
        return text.ToString();
    }

    /// <param name="listed">Addresses that stand above.</param>
    private static void Section(StringBuilder text, Edition edition, int index, HashSet<string> listed)
    {
        var section = edition.Sections[index];
        var title = $"{index + 1}. {section.Title}";
        text.Append(Wrap(title)).Append('\n').Append('-', Math.Min(title.Length, Width)).Append("\n\n");
        foreach (var block in section.Blocks) Block(text, block, edition.Words);
        if (section.SignOff.Count > 0) text.Append(Wrap(EditionSpan.TextOf(section.SignOff))).Append("\n\n");
        Addresses(text, section, edition.Words, listed);
    }

    /// <summary>Where the section's words lead: the articles it draws on, then every other link, each address once in the mail.</summary>
    private static void Addresses(StringBuilder text, EditionSection section, EditionWords words, HashSet<string> listed)
    {
        listed.UnionWith(section.Reading.Select(article => WebLink.Of(article.Url)).OfType<string>());
        var links = section.Links.Where(link => listed.Add(link.Address)).Select(link => (Said: link.Words, Address: (string?)link.Address));
        var all = section.Reading.Select(article => (Said: $"{article.Title} ({article.Outlet})", Address: WebLink.Of(article.Url))).Concat(links).ToList();
        if (all.Count == 0) return;
        text.Append(words.Read).Append('\n');
        foreach (var (said, address) in all)
        {
            // A link whose words are its address says it once.
            if (said != address) text.Append(Wrap(said, "  ", "- ")).Append('\n');
            if (address is not null) text.Append(said == address ? "- " : "  ").Append(address).Append('\n');
        }

        text.Append('\n');
    }

    private static void Block(StringBuilder text, EditionBlock block, EditionWords words)
    {
        if (block.Image is { } image) text.Append(Image(image, words));
        else if (block.Items is { } items)
            for (var i = 0; i < items.Count; i++) text.Append(i == 0 ? "" : "\n").Append(Wrap(EditionSpan.TextOf(items[i]), "   ", block.IsNumbered ? $"{i + 1}. " : "-  "));
        else text.Append(Wrap(block.Text, block.IsQuote ? "> " : ""));
        text.Append("\n\n");
    }

    /// <summary>What an image says to who does not see it; a decorative one says nothing.</summary>
    private static string Image(BlockImage image, EditionWords words)
    {
        var said = string.Join(". ", new[] { image.Alt, image.Caption }.Where(part => part.Length > 0));
        return Wrap($"[{words.Image}{words.Colon} {said}{(image.Credit.Length > 0 ? $" ({image.Credit})" : "")}]");
    }

    /// <summary>Lines of at most 72 characters, each after <paramref name="indent"/>; the first after <paramref name="first"/> if given.</summary>
    internal static string Wrap(string paragraph, string indent = "", string? first = null)
    {
        var wrapped = new StringBuilder(first ?? indent);
        var column = wrapped.Length;
        var atStart = true;
        // Split at plain white space only: a no-break space keeps its words together.
        foreach (var word in paragraph.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!atStart && column + 1 + word.Length > Width)
            {
                wrapped.Append('\n').Append(indent);
                column = indent.Length;
                atStart = true;
            }

            if (!atStart) wrapped.Append(' ');
            column += word.Length + (atStart ? 0 : 1);
            wrapped.Append(word);
            atStart = false;
        }

        return wrapped.ToString();
    }
}
