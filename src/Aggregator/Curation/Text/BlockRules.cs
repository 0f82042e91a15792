
namespace Aggregator.Curation.Text;

/// <summary>What a block must have to be stored. Pure.</summary>
public static class BlockRules
{
    /// <summary>Blocks of a section.</summary>
    public const int MaxBlocks = 200;

    /// <summary>Characters of a section's blocks together.</summary>
    public const int MaxText = 50_000;

    private const int MaxItems = 200, MaxField = 500, MaxAddress = 2000, MaxMarks = 8;

    /// <summary>The first thing that is wrong with blocks as they came from outside, where nothing can be relied on.</summary>
    /// <returns>The path of the field and what to write instead; null when they can be stored.</returns>
    public static (string Field, string Message)? Problem(IReadOnlyList<Block?> blocks)
    {
        if (blocks.Count > MaxBlocks) return ("blocks", $"A section has {MaxBlocks} blocks at the most.");
        for (var i = 0; i < blocks.Count; i++)
        {
            var path = $"blocks[{i}]";
            if (blocks[i] is not { } block) return (path, "Give a block, not null.");
            if (Of(block, path) is { } problem) return problem;
        }

        return blocks.Sum(block => block!.Text.Length) > MaxText ? ("blocks", $"A section has {MaxText:N0} characters at the most.") : null;
    }

    /// <summary>The same for a run of spans that stands alone: a sign-off.</summary>
    public static (string Field, string Message)? Problem(IReadOnlyList<Span?> spans, string path)
    {
        for (var i = 0; i < spans.Count; i++)
            if (Of(spans[i], $"{path}[{i}]") is { } problem) return problem;
        return null;
    }

    private static (string, string)? Of(Block block, string path)
    {
        if (!Enum.IsDefined(block.Kind)) return ($"{path}.kind", "Write paragraph, quote, list or image.");
        if (block.Kind != BlockKind.Image && block.Image is not null) return ($"{path}.image", "Only a block of kind image has an image.");
        if (block.Kind != BlockKind.List && block.Items is not null) return ($"{path}.items", "Only a block of kind list has items.");
        return block.Kind switch
        {
            BlockKind.Image => OfImage(block, path),
            BlockKind.List => OfList(block, path),
            _ when block.Spans.Count == 0 => ($"{path}.spans", "Give its words as spans, each with a text."),
            _ => Problem(block.Spans, $"{path}.spans"),
        };
    }

    private static (string, string)? OfList(Block block, string path)
    {
        if (block.Spans.Count > 0) return ($"{path}.spans", "The words of a list stand in its items.");
        if (block.Items is not { Count: > 0 and <= MaxItems } items) return ($"{path}.items", $"Give 1 to {MaxItems} items, each a list of spans.");
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Count: > 0 } item) return ($"{path}.items[{i}]", "Give an item as spans, each with a text.");
            if (Problem(item, $"{path}.items[{i}]") is { } problem) return problem;
        }

        return null;
    }

    private static (string, string)? OfImage(Block block, string path)
    {
        if (block.Spans.Count > 0) return ($"{path}.spans", "The words of an image are its caption.");
        if (block.Image is not { } image) return ($"{path}.image", "Give the image: url, alt or isDecorative, caption, credit, rights.");
        if (!IsWeb(image.Url)) return ($"{path}.image.url", "Give an http or https address.");
        if (new[] { image.Alt, image.Caption, image.Credit, image.Rights }.Any(text => text?.Length > MaxField)) return ($"{path}.image", $"Alt, caption, credit and rights have {MaxField} characters at the most.");
        return image.IsDecorative && !string.IsNullOrWhiteSpace(image.Alt) ? ($"{path}.image.alt", "A decorative image has no alt text: it says nothing.") : null;
    }

    private static (string, string)? Of(Span? span, string path)
    {
        if (span?.Text is null) return ($"{path}.text", "Give a text, not null.");
        if (span.Marks.Count > MaxMarks) return ($"{path}.marks", $"Words have {MaxMarks} marks at the most.");
        for (var i = 0; i < span.Marks.Count; i++)
        {
            if (span.Marks[i] is not { } mark) return ($"{path}.marks[{i}]", "Give a mark, not null.");
            if (Of(mark, $"{path}.marks[{i}]") is { } problem) return problem;
        }

        return span.Marks.Select(mark => mark.Kind).Distinct().Count() == span.Marks.Count ? null : ($"{path}.marks", "Words have one mark of a kind.");
    }

    private static (string, string)? Of(Mark mark, string path)
    {
        if (new[] { mark.Source, mark.Author, mark.Wording, mark.Speaker, mark.Role, mark.Evidence?.Reason }.Any(text => text?.Length > MaxField)) return (path, $"Its texts have {MaxField} characters at the most.");
        return mark.Kind switch
        {
            MarkKind.Credit when mark.ArticleId is null && string.IsNullOrWhiteSpace(mark.Source) => ($"{path}.articleId", "A credit needs the article, or the source's name when there is no article."),
            MarkKind.Quote when mark.ArticleId is null && mark.Evidence?.Kind is EvidenceKind.Fetched or EvidenceKind.Clipped => ($"{path}.articleId", "This evidence needs its article."),
            MarkKind.Quote when mark.ArticleId is null && string.IsNullOrWhiteSpace(mark.Evidence?.Reason) => ($"{path}.evidence", "A quote needs the article, or evidence of kind none with a reason."),
            MarkKind.Quote when mark.ArticleId is not null && mark.Evidence?.Kind == EvidenceKind.None => ($"{path}.evidence", "A quote with an article does not lack evidence: leave it out, it is found."),
            MarkKind.Quote when mark.Translation is { } translation && (string.IsNullOrWhiteSpace(translation.Original) || translation.Original.Length > Quotation.MaxLength || translation.From?.Length is not (2 or 3)) =>
                ($"{path}.translation", $"Give the language (fr, en, de …) and the original passage, at most {Quotation.MaxLength} characters."),
            MarkKind.CrossReference when mark.IssueId is null => ($"{path}.issueId", "Give the issue it refers to."),
            MarkKind.Link when (mark.Href is null ? string.IsNullOrWhiteSpace(mark.Evidence?.Reason) : !IsWeb(mark.Href)) => ($"{path}.href", "Give an http or https address, or evidence of kind none with a reason."),
            MarkKind.Credit or MarkKind.Link when mark.Evidence is { Kind: not EvidenceKind.None } => ($"{path}.evidence", "Of a credit or a link it can only be said that there is no article: kind none, with a reason."),
            MarkKind.Credit or MarkKind.Quote or MarkKind.CrossReference or MarkKind.Link or MarkKind.Strong or MarkKind.Emphasis => Stray(mark, path),
            _ => ($"{path}.kind", "Write strong, emphasis, link, quote, credit or issue."),
        };
    }

    /// <summary>A field of another kind is a mistake of the caller's, not something to keep quietly.</summary>
    private static (string, string)? Stray(Mark mark, string path) =>
        mark.Href is not null && mark.Kind != MarkKind.Link ? ($"{path}.href", "Only a link has it.")
        : mark.ArticleId is not null && mark.Kind is not (MarkKind.Credit or MarkKind.Quote) ? ($"{path}.articleId", "Only a credit and a quote have it.")
        : (mark.IssueId ?? mark.SectionId) is not null && mark.Kind != MarkKind.CrossReference ? ($"{path}.issueId", "Only a reference to an issue has it.")
        : (mark.Source ?? mark.Author ?? mark.Wording) is not null && mark.Kind != MarkKind.Credit ? ($"{path}.source", "Only a credit has source, author and wording.")
        : ((object?)mark.Speaker ?? mark.Role ?? (object?)mark.Translation) is not null && mark.Kind != MarkKind.Quote ? ($"{path}.speaker", "Only a quote has speaker, role and translation.")
        : mark.Evidence is not null && mark.Kind is not (MarkKind.Quote or MarkKind.Credit or MarkKind.Link) ? ($"{path}.evidence", "Only a quote, a credit and a link have evidence.")
        : null;

    private static bool IsWeb(string? address) => address?.Length <= MaxAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
