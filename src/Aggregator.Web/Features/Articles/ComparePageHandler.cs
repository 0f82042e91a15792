using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}/diff/{other}</c>: what one article's text says that another's does not, word by word.</summary>
internal static class ComparePageHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/{id:int}/diff/{other:int}", async (
        int id, int other, AggregatorDb db, CancellationToken stop) =>
    {
        var texts = await (from article in db.Articles
                           join source in db.Sources on article.SourceId equals source.Id
                           where article.Id == id || article.Id == other
                           select new ComparedText(article.Id, article.Title, source.Name, article.Language, article.Time, article.Text.Text)).ToDictionaryAsync(text => text.Id, stop);
        return texts.TryGetValue(id, out var first) && texts.TryGetValue(other, out var second)
            ? Page.Of<ComparePage>(("First", first), ("Second", second), ("Parts", TextDiff.Of(first.Text, second.Text))) : (IResult)Results.NotFound();
    }).For(Contributor);
}

/// <summary>An article beside another.</summary>
public sealed record ComparedText(int Id, string Title, string Outlet, string? Language, DateTimeOffset Time, string Text);
