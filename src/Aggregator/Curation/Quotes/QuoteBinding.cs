using System.Security.Cryptography;
using System.Text;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Quotes;

/// <summary>Binds quotes to their articles: finds the words and writes down where they stand and in which text.</summary>
public static class QuoteBinding
{
    /// <summary>SHA-256 of an article's text, hexadecimal: which revision a quote was taken from.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <param name="db">The database.</param>
    /// <param name="blocks">Blocks as they came from outside.</param>
    /// <param name="stored">Those that stood there before: a quote that was bound stays bound to the text it was taken from.</param>
    /// <returns>The blocks, each quote with its evidence. What is not found has none, and the checks say so.</returns>
    public static async Task<List<Block>> BindAsync(AggregatorDb db, IReadOnlyList<Block> blocks, IEnumerable<Block> stored, CancellationToken stop)
    {
        var ids = blocks.SelectMany(block => block.Articles).Distinct().ToList();
        if (ids.Count == 0) return [.. blocks];
        var articles = await (from article in db.Articles
                              join source in db.Sources on article.SourceId equals source.Id
                              where ids.Contains(article.Id)
                              select new
                              {
                                  article.Id, article.Text.Text, Outlet = source.Name, ClippedBy = db.Clips.Where(clip => clip.ArticleId == article.Id).Select(clip => clip.ClippedBy).FirstOrDefault(),
                              }).ToDictionaryAsync(row => row.Id, row => new BoundArticle(row.Text, row.Outlet, row.ClippedBy), stop);
        var bound = stored.SelectMany(block => Passage.Of(block, MarkKind.Quote)).Where(passage => passage.Mark.Evidence?.Hash is not null).ToLookup(passage => (passage.Text, passage.Mark.ArticleId));
        return [.. blocks.Select(block => Bind(block, articles, (text, article) => bound[(text, article)].FirstOrDefault()?.Mark.Evidence))];
    }

    private static Block Bind(Block block, IReadOnlyDictionary<int, BoundArticle> articles, Func<string, int?, Evidence?> known)
    {
        var quotes = Passage.Of(block, MarkKind.Quote).Where(passage => passage.Mark.ArticleId is { } id && articles.ContainsKey(id))
            .Select(passage => (passage.Start, passage.End, Evidence: known(passage.Text, passage.Mark.ArticleId) ?? Find(passage.Mark, passage.Text, articles[passage.Mark.ArticleId!.Value]))).ToList();
        return block.Map((mark, at) => mark.Kind switch
        {
            MarkKind.Quote when mark.ArticleId is not null => mark with { Evidence = quotes.FirstOrDefault(quote => quote.Start <= at && at < quote.End).Evidence ?? mark.Evidence },
            MarkKind.Credit when mark is { ArticleId: { } id, Source: null } && articles.TryGetValue(id, out var article) => mark with { Source = article.Outlet },
            _ => mark,
        });
    }

    private static Evidence Find(Mark mark, string words, BoundArticle article)
    {
        var evidence = new Evidence(article.ClippedBy is null ? EvidenceKind.Fetched : EvidenceKind.Clipped) { ClippedBy = article.ClippedBy };
        var verdict = QuoteComparison.Of(mark.Translation?.Original ?? words, article.Text);
        return verdict.IsFaithful ? evidence with { Offset = verdict.Start, Length = verdict.Passage.Length, Hash = HashOf(article.Text), Passage = verdict.Passage } : evidence;
    }

    private sealed record BoundArticle(string Text, string Outlet, string? ClippedBy);
}
