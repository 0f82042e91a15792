using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}/quote</c>: puts a passage at the end of a section, with the credit of its outlet. It must be the article's own words.</summary>
internal static class QuoteFormHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/articles/{id:int}/quote", QuoteAsync).For(Contributor);

    private static async Task<IResult> QuoteAsync(
        int id, [FromForm] string? section, [FromForm] string? words, AggregatorDb db, TimeProvider clock, Visit visit, PictureLinks pictures, CancellationToken stop)
    {
        var article = await (from found in db.Articles
                             join source in db.Sources on found.SourceId equals source.Id
                             where found.Id == id
                             select new { found.Text.Text, source.Name }).FirstOrDefaultAsync(stop);
        if (article is null) return Results.NotFound();
        if (string.IsNullOrWhiteSpace(words)) return await AgainAsync(visit.Say("Choisissez d’abord le passage à citer.", "Choose the passage to quote first."));
        if (words.Length > Quotation.MaxLength) return await AgainAsync(visit.Say($"Une citation compte {Quotation.MaxLength} caractères au plus : prenez un passage plus court.", $"A quote has {Quotation.MaxLength} characters at the most: take a shorter passage."));
        if (Quotation.Find(article.Text, words) is not { } passage)
            return await AgainAsync(visit.Say("Ces mots ne se trouvent pas ainsi dans l’article. Copiez le passage tel qu’il y est écrit.", "These words do not stand in the article like that. Copy the passage as it is written there."));
        return await AppendAsync(db, section.AsGuid(), id, article.Name, passage, new(visit.AccountId, clock.GetUtcNow()), stop) ? Results.LocalRedirect($"/articles/{id}?quoted={section}#quote")
            : await AgainAsync(visit.Say("Choisissez une section d’un brouillon : celle-ci n’y est plus, ou son numéro est approuvé.", "Choose a section of a draft: this one is gone, or its issue is approved."));

        Task<IResult> AgainAsync(string problem) => ReaderPageHandler.ShowAsync(id, db, visit, clock, pictures, new(section.AsGuid(), words, problem), stop);
    }

    private static async Task<bool> AppendAsync(AggregatorDb db, Guid? id, int article, string outlet, string passage, Writing writing, CancellationToken stop)
    {
        var language = await db.Issues.Where(issue => issue.Sections.Any(section => section.PublicId == id)).Select(issue => issue.Publication.Language).FirstOrDefaultAsync(stop);
        if (language is null) return false;
        var edit = new SectionEdit(
            Seen.Anything, section => section.Blocks = [.. section.Blocks, Quotation.Of(language, passage, article, outlet)],
            Beside: section =>
            {
                if (section.Pad.TrueForAll(item => item.ArticleId != article)) section.Pad.Add(new() { ArticleId = article, AddedAt = writing.At });
            });
        return (await EditSection.RunAsync(db, id!.Value, edit, writing, stop)).IsDone;
    }
}

/// <summary>What somebody wants to quote.</summary>
/// <param name="Section">Where.</param>
/// <param name="Words">The passage.</param>
/// <param name="Problem">Why it could not be done.</param>
/// <param name="Quoted">The section that has just got a quote.</param>
public sealed record QuoteAsk(Guid? Section = null, string? Words = null, string? Problem = null, Guid? Quoted = null);
