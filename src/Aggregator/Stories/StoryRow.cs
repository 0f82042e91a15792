using System.Globalization;
using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>What is read of an article to place it.</summary>
internal sealed class StoryRow
{
    public required int Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public string? Language { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public bool IsWhole { get; init; }

    public required int SourceId { get; init; }

    public required string Url { get; init; }

    /// <summary>Who published it: the outlet that its address leads to, whoever linked to it; else the source.</summary>
    public string Outlet => Reading.Urls.Outlet.KeyOf(Url) ?? $"source:{SourceId}";

    /// <summary>It is one of <see cref="UndatedArticles"/>.</summary>
    public bool IsOfAnyTime { get; init; }

    public int? CopyOf { get; init; }

    public int? StoryId { get; init; }

    public bool IsFixed { get; init; }

    /// <inheritdoc cref="StoryMember.IsByExcerpt"/>
    public bool IsByExcerpt { get; init; }

    public StoryText ToText() => new(Id, Title, Text, Language, Time, SourceId.ToString(CultureInfo.InvariantCulture), CopyOf) { IsOfAnyTime = IsOfAnyTime };

    public static IQueryable<StoryRow> Of(AggregatorDb db) =>
        from article in db.Articles.AsNoTracking()
        join place in db.StoryMembers on article.Id equals place.ArticleId into places
        from member in places.DefaultIfEmpty()
        select new StoryRow
        {
            Id = article.Id,
            Title = article.Title,
            Text = article.Text.Text,
            Language = article.Language,
            Time = article.Time,
            ArrivedAt = article.ArrivedAt,
            IsWhole = article.IsWhole,
            SourceId = article.SourceId,
            Url = article.Url,
            IsOfAnyTime = UndatedArticles.Of(db).Any(undated => undated.Id == article.Id),
            CopyOf = article.Copy == null ? null : article.Copy.OriginalId,
            StoryId = member == null ? null : member.StoryId,
            IsFixed = member != null && member.IsFixed,
            IsByExcerpt = member != null && member.IsByExcerpt,
        };
}
