using System.Text.RegularExpressions;

namespace Aggregator.Web.Features.Stories;

/// <summary>Who and what a story is about: capitalised words within sentences, those that several of its articles name first. Pure.</summary>
internal static partial class StoryNames
{
    private const int Most = 8;

    public static IReadOnlyList<string> Of(IReadOnlyCollection<string> texts) =>
    [
        .. texts.SelectMany(text => Name().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Count: text.Split(name).Length - 1)))
            .GroupBy(found => found.Name, StringComparer.Ordinal).Where(found => found.Count() > 1 || found.Sum(one => one.Count) > 1)
            .OrderByDescending(found => found.Count()).ThenByDescending(found => found.Sum(one => one.Count)).ThenByDescending(found => found.Key.Length)
            .Select(found => found.Key).Take(Most * 2).Aggregate(new List<string>(), Longest).Take(Most),
    ];

    /// <summary>"Odile Verhaag" says what "Verhaag" says.</summary>
    private static List<string> Longest(List<string> names, string name)
    {
        if (names.Exists(known => known.Contains(name, StringComparison.Ordinal))) return names;
        names.RemoveAll(known => name.Contains(known, StringComparison.Ordinal));
        names.Add(name);
        return names;
    }

    [GeneratedRegex(@"(?<=[\p{Ll},;] |[’'])\p{Lu}[\p{L}\p{N}]+(?:[ -]\p{Lu}[\p{L}\p{N}]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
