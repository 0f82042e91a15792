using System.Text.RegularExpressions;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Quotes against the articles they are taken from. Pure.</summary>
internal static partial class QuoteChecks
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.QuoteDiffers, "Citation infidèle", "Quote differs from its source", Severity.Block),
            new(FindingKind.QuoteLiberty, "Citation adaptée, et comment", "Quote adapted, and how", Severity.Note),
            new(FindingKind.QuoteWithoutEvidence, "Citation sans preuve", "Quote without evidence", Severity.Note),
            new(FindingKind.QuoteUnbound, "Guillemets sans source liée", "Quotation marks bound to no source"),
            new(FindingKind.QuoteUncredited, "Citation sans crédit", "Quote without credit"),
            new(FindingKind.ArticleChanged, "Article changé depuis la citation", "Article changed since quoted"),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material) =>
        material.Sections.SelectMany(TextUnit.Of).SelectMany(unit => Passage.Of(unit.Content, MarkKind.Quote).SelectMany(quote => Of(unit, quote, material)).Concat(Unbound(unit)));

    private static IEnumerable<Finding> Of(TextUnit unit, Passage quote, ReviewMaterial material)
    {
        var place = unit.Place(quote.Start, quote.Text.Length);
        if (quote.Mark.Speaker is null && unit.Content.AllSpans.All(span => span.Of(MarkKind.Credit) is null))
            yield return new(FindingKind.QuoteUncredited, Severity.Warn, place, $"La citation «\u00A0{Short(quote.Text)}\u00A0» n’a ni auteur ni source.", $"The quote “{Short(quote.Text)}” has neither speaker nor source.");
        if (quote.Mark.ArticleId is not { } id || !material.Articles.TryGetValue(id, out var article))
            yield return new(
                FindingKind.QuoteWithoutEvidence, Severity.Note, place, $"La citation «\u00A0{Short(quote.Text)}\u00A0» n’est vérifiée dans aucun article\u00A0: {quote.Mark.Evidence?.Reason}",
                $"The quote “{Short(quote.Text)}” is verified in no article: {quote.Mark.Evidence?.Reason}");
        else if (Held(quote, article, place) is { } finding) yield return finding;
    }

    /// <summary>One quote against its article.</summary>
    private static Finding? Held(Passage quote, ReviewArticle article, FindingPlace place)
    {
        var words = quote.Mark.Translation?.Original ?? quote.Text;
        var verdict = QuoteComparison.Of(words, article.Text);
        if (!verdict.IsFaithful)
        {
            var wasThere = quote.Mark.Evidence?.Passage is { } passage && QuoteComparison.Of(words, passage).IsFaithful;
            return new(
                wasThere ? FindingKind.ArticleChanged : FindingKind.QuoteDiffers, Severity.Warn, place,
                wasThere ? $"{article.Outlet} a changé son article depuis\u00A0: «\u00A0{Short(words)}\u00A0» n’y est plus ainsi." : $"«\u00A0{Short(words)}\u00A0» n’est pas ce qu’écrit {article.Outlet}{Instead(verdict, "\u00A0: «\u00A0", "\u00A0»")}.",
                wasThere ? $"{article.Outlet} has changed its article since: “{Short(words)}” does not stand there like that any more." : $"“{Short(words)}” is not what {article.Outlet} writes{Instead(verdict, ": “", "”")}.")
            {
                Yours = words, Theirs = verdict.Passage, ArticleId = article.Id,
                Repair = !wasThere && verdict.Start >= 0 && quote.Mark.Translation is null ? new(quote.Start, quote.Text.Length, verdict.Passage) : null,
            };
        }

        if (quote.Mark.Evidence?.Hash is { } hash && hash != article.Hash)
            return new(FindingKind.ArticleChanged, Severity.Note, place, $"{article.Outlet} a changé son article depuis\u00A0; la citation y est toujours.", $"{article.Outlet} has changed its article since; the quote still stands there.") { ArticleId = article.Id };
        return verdict.Liberties == QuoteLiberties.None ? null
            : new(FindingKind.QuoteLiberty, Severity.Note, place, $"«\u00A0{Short(words)}\u00A0»\u00A0: {QuoteLibertyWords.French(verdict.Liberties)}.", $"“{Short(words)}”: {QuoteLibertyWords.English(verdict.Liberties)}.")
            {
                Yours = words, Theirs = verdict.Passage, ArticleId = article.Id,
            };
    }

    /// <summary>Words in quotation marks that are bound to nothing: at least three, for one or two are often set apart and not quoted.</summary>
    private static IEnumerable<Finding> Unbound(TextUnit unit)
    {
        var bound = Passage.Of(unit.Content, MarkKind.Quote);
        foreach (Match match in InMarks().Matches(unit.Text))
        {
            var words = match.Groups["w"];
            if (words.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 3 || bound.Any(quote => quote.Start < words.Index + words.Length && words.Index < quote.End)) continue;
            yield return new(
                FindingKind.QuoteUnbound, Severity.Warn, unit.Place(words.Index, words.Length), $"«\u00A0{Short(words.Value.Trim())}\u00A0» est entre guillemets et n’est liée à aucun article.",
                $"“{Short(words.Value.Trim())}” is in quotation marks and bound to no article.");
        }
    }

    private static string Instead(QuoteVerdict verdict, string open, string close) => verdict.Start < 0 ? "" : open + Short(verdict.Passage) + close;

    private static string Short(string words) => words.Length <= 80 ? words : words[..79] + "…";

    [GeneratedRegex("[«“](?<w>[^«»“”]{3,2000})[»”]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InMarks();
}
