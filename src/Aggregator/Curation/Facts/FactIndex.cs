using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>All names, numbers and dates of the articles a section is written from. Pure.</summary>
internal sealed class FactIndex
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> capitals = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> pairs = [];
    private readonly Dictionary<string, HashSet<string>> before = new(StringComparer.Ordinal), after = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> days = [];
    private readonly HashSet<DayOfWeek> weekdays = [];
    private readonly HashSet<int> months = [], years = [];

    public FactIndex(IEnumerable<FactSource> sources)
    {
        foreach (var source in sources)
            foreach (var text in source.Texts) Take(text, source.Day);
    }

    /// <summary>Nothing was taken in: then nothing can be missing.</summary>
    public bool IsEmpty => words.Count == 0;

    /// <summary>Words known from elsewhere: outlets, bylines, the publication's own name.</summary>
    public void Know(string text) => words.UnionWith(WordReader.Read(text).Select(word => word.Form));

    /// <summary>A day that may be named though no source does: that of an earlier issue.</summary>
    public void Know(DateOnly day)
    {
        days.Add(day);
        years.Add(day.Year);
        months.Add(day.Month);
    }

    public bool HasWord(string form) => words.Contains(form) || words.Contains(form + "s") || (form.Length > 3 && form[^1] is 's' or 'x' && words.Contains(form[..^1])) || Exonyms.Of(form).Overlaps(words)
        || (form.Contains('-', StringComparison.Ordinal) && form.Split('-', StringSplitOptions.RemoveEmptyEntries).All(part => words.Contains(part) || part.Length < 2));

    public bool IsName(string form) => capitals.ContainsKey(form);

    public bool HasPair(string first, string second) => pairs.Contains((first, second));

    /// <summary>What sources write before or after this name, when that is a name as well.</summary>
    public IReadOnlyCollection<string> NamesBefore(string form) => before.GetValueOrDefault(form, []);

    public IReadOnlyCollection<string> NamesAfter(string form) => after.GetValueOrDefault(form, []);

    /// <summary>The name of the sources that is written most like this one; null when none is near.</summary>
    public string? Nearest(string form)
    {
        var most = form.Length switch { < 4 => 0, < 6 => 1, _ => 2 };
        return capitals.Where(name => Math.Abs(name.Key.Length - form.Length) <= most).Select(name => (name.Value, Distance: Spelling.Distance(name.Key, form, most + 1)))
            .Where(name => name.Distance > 0 && name.Distance <= most).OrderBy(name => name.Distance).Select(name => name.Value).FirstOrDefault();
    }

    /// <summary>As the sources write a folded name.</summary>
    public string Written(string form) => capitals.GetValueOrDefault(form, form);

    /// <summary>All numbers, with their units and what stands beside them.</summary>
    public SourceNumbers Numbers { get; } = new();

    public bool HasDay(DateOnly day) => days.Contains(day);

    public bool HasDay(int day, int month) => days.Any(known => known.Day == day && known.Month == month);

    /// <summary>The days of the sources, the nearest to one first.</summary>
    public IEnumerable<DateOnly> DaysNear(DateOnly day) => days.OrderBy(known => Math.Abs(known.DayNumber - day.DayNumber));

    public bool HasWeekday(DayOfWeek weekday) => weekdays.Count == 0 || weekdays.Contains(weekday);

    public bool HasMonth(int month) => months.Contains(month);

    public bool HasYear(int year) => years.Contains(year) || Numbers.All.Any(source => source.Number.Values.Contains(year));

    private void Take(string text, DateOnly? published)
    {
        TakeWords(text);
        var dates = DateReader.Read(text);
        Numbers.Take(text);
        foreach (var date in dates) TakeDate(date, published);
        if (published is { } day) TakeRelative(text, day);
    }

    private void TakeWords(string text)
    {
        WordFact? last = null;
        foreach (var word in WordReader.Read(text))
        {
            words.Add(word.Form);
            if (word.Form.Contains('-', StringComparison.Ordinal)) words.UnionWith(word.Form.Split('-', StringSplitOptions.RemoveEmptyEntries));
            if (word.IsCapital && !word.BeginsSentence) capitals.TryAdd(word.Form, text.Substring(word.Start, word.Length));
            if (last is not null && word.FollowsOn)
            {
                pairs.Add((last.Form, word.Form));
                if (last.IsCapital && word.IsCapital)
                {
                    Add(after, last.Form, word.Form);
                    Add(before, word.Form, last.Form);
                    // A name that begins a sentence is one because another follows.
                    if (!CommonWords.Has(last.Form)) capitals.TryAdd(last.Form, text.Substring(last.Start, last.Length));
                }
            }

            last = word;
        }
    }

    private void TakeDate(DateFact date, DateOnly? published)
    {
        var near = published ?? new DateOnly(2000, 1, 1);
        if (DateReader.Day(date, near) is { } day)
        {
            Know(day);
            weekdays.Add(day.DayOfWeek);
        }

        if (date.Month is { } month) months.Add(month);
        if (date.Year is { } year) years.Add(year);
        if (date.Weekday is not { } weekday) return;
        weekdays.Add(weekday);
        if (published is null || date.Day is not null) return;
        // "lundi": the one before the article, or the one after.
        for (var offset = -6; offset <= 7; offset++)
            if (published.Value.AddDays(offset) is var named && named.DayOfWeek == weekday) Know(named);
    }

    /// <summary>"hier", "today": days that are named by where they stand to the article's own.</summary>
    private void TakeRelative(string text, DateOnly published)
    {
        years.Add(published.Year);
        months.Add(published.Month);
        var folded = $" {FoldedText.Of(text)} ";
        foreach (var (words, offset) in new[] { ((string[])[" aujourd hui ", " aujourd'hui ", " today ", " ce jour ", " ce matin ", " this morning ", " ce soir ", " tonight "], 0), ([" hier ", " yesterday ", " la veille "], -1), ([" demain ", " tomorrow "], 1), ([" avant-hier "], -2) })
        {
            if (!words.Any(word => folded.Contains(word, StringComparison.Ordinal))) continue;
            Know(published.AddDays(offset));
            weekdays.Add(published.AddDays(offset).DayOfWeek);
        }

        // What is published was news then: its own day may be named.
        days.Add(published);
    }

    private static void Add(Dictionary<string, HashSet<string>> table, string key, string value)
    {
        if (!table.TryGetValue(key, out var set)) table[key] = set = new(StringComparer.Ordinal);
        set.Add(value);
    }
}

/// <summary>What facts are looked up in: an article's title, text, outlet and authors.</summary>
/// <param name="Texts">In the order they are taken in.</param>
/// <param name="Day">The day it was published, which dates of its text count from; null when nobody says.</param>
internal sealed record FactSource(IReadOnlyList<string> Texts, DateOnly? Day);
