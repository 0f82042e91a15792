using System.Globalization;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Searching;

/// <summary>A query as the index can answer it, whatever the database.</summary>
/// <param name="All">Of each group one phrase must be there: tokens beside each other.</param>
/// <param name="None">None of these may be.</param>
/// <param name="Words">How many of the groups, from the first, are of words; the others are of marks.</param>
/// <param name="From">On this day (UTC) or later.</param>
/// <param name="Until">Before this day (UTC).</param>
/// <param name="Story">In this story.</param>
public sealed record SearchMatch(
    IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> All, IReadOnlyList<IReadOnlyList<string>> None, int Words, DateOnly? From, DateOnly? Until, int? Story)
{
    /// <summary>Marks of the months after <see cref="Until"/>: excluded where many hits are expected to be later than it.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Later { get; init; } = [];

    private static readonly string[] Languages = ["", "fr", "en"];

    /// <summary>Each word is asked for as it is folded, and as either language stems it: the article's language is not known yet.</summary>
    /// <param name="sources">Numbers of the sources a value of <c>source:</c> means.</param>
    /// <param name="today">UTC.</param>
    public static SearchMatch Of(SearchQuery query, Func<string, IReadOnlyList<int>> sources, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(sources);
        var all = query.All.Select(group => (IReadOnlyList<IReadOnlyList<string>>)[.. group.SelectMany(Variants)]).ToList();
        var words = all.Count;
        var none = query.None.SelectMany(Variants).ToList();
        DateOnly? from = null, until = null;
        foreach (var kind in query.Filters.GroupBy(filter => (filter.Name, filter.IsExcluded)))
        {
            if (kind.Key.Name is FilterName.After or FilterName.Before)
            {
                foreach (var day in kind.Select(filter => DateOnly.ParseExact(filter.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)))
                {
                    // "not after" is before, and the other way round.
                    if (kind.Key.Name == FilterName.After != kind.Key.IsExcluded) from = from > day ? from : day;
                    else until = until < day ? until : day;
                }

                continue;
            }

            if (kind.Key.Name == FilterName.Story) continue;
            var marks = kind.SelectMany(filter => Marks(filter, sources)).Select(mark => (IReadOnlyList<string>)[mark]).ToList();
            if (kind.Key.IsExcluded) none.AddRange(marks);
            else all.Add(marks);
        }

        if (all.Count == 0) all.Add([[SearchWords.All]]);
        var story = query.Filters.FirstOrDefault(filter => filter is { Name: FilterName.Story, IsExcluded: false });
        return new(all, none, words, from, until, story is null ? null : int.Parse(story.Value, CultureInfo.InvariantCulture))
        {
            Later = until is { } last ? [.. MonthsFrom(last, today)] : [],
        };
    }

    private static IEnumerable<IReadOnlyList<string>> Variants(SearchPhrase phrase) => Languages
        .Select(language => (IReadOnlyList<string>)[.. phrase.Words.Select(word => WordStems.Of(word, language))])
        .DistinctBy(words => string.Join(' ', words));

    private static IEnumerable<string> Marks(SearchFilter filter, Func<string, IReadOnlyList<int>> sources) => filter.Name switch
    {
        FilterName.Source => sources(filter.Value) is { Count: > 0 } ids ? ids.Select(SearchWords.Source) : [SearchWords.Source(0)],
        FilterName.Lang => [SearchWords.Language(filter.Value)],
        FilterName.Tag => [SearchWords.Tag(filter.Value)!],
        _ => [SearchWords.Image],
    };

    /// <summary>The months after a day's in its year, and the years after it; its own month, too, when the day is the first.</summary>
    private static IEnumerable<IReadOnlyList<string>> MonthsFrom(DateOnly day, DateOnly today)
    {
        var next = day.Day == 1 ? day.Month : day.Month + 1;
        return [.. Enumerable.Range(next, 13 - next).Select(month => (IReadOnlyList<string>)[SearchWords.Month(day.Year, month)]), .. YearsAfter(day, today)];
    }

    private static IEnumerable<IReadOnlyList<string>> YearsAfter(DateOnly day, DateOnly today) =>
        Enumerable.Range(day.Year + 1, Math.Max(0, Math.Min(today.Year + 1 - day.Year, 200))).Select(year => (IReadOnlyList<string>)[SearchWords.Year(year)]);
}
