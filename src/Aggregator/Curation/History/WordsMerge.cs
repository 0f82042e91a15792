using System.Text.Json;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.History;

/// <summary>What two people wrote in one place, put together.</summary>
/// <param name="Merged">The words of both; null when they collide.</param>
/// <param name="Collisions">Fields that both changed, each otherwise: <c>title</c>, <c>blocks[2]</c> as it is stored.</param>
public sealed record WordsMerge<T>(T? Merged, IReadOnlyList<string> Collisions)
    where T : class;

/// <summary>Puts together what two people wrote since a version both have seen (<see cref="ThreeWay"/>). Pure.</summary>
public static class WordsMerge
{
    /// <param name="earlier">What both had seen.</param>
    /// <param name="mine">What the one wants to store.</param>
    /// <param name="theirs">What the other has stored.</param>
    public static WordsMerge<SectionSnapshot> Of(SectionSnapshot earlier, SectionSnapshot mine, SectionSnapshot theirs)
    {
        var collisions = new List<string>();
        if (!ThreeWay.Merge(earlier.Title, mine.Title, theirs.Title, out var title)) collisions.Add("title");
        if (!ThreeWay.Merge(earlier.Kind, mine.Kind, theirs.Kind, out var kind)) collisions.Add("kind");
        if (!ThreeWay.Merge(earlier.OwnerId, mine.OwnerId, theirs.OwnerId, out var owner)) collisions.Add("owner");
        var (blocks, places) = ThreeWay.Merge(earlier.Blocks, mine.Blocks, theirs.Blocks, Key);
        collisions.AddRange(places.Select(place => $"blocks[{place}]"));
        var signOff = Pick(earlier.SignOff, mine.SignOff, theirs.SignOff, spans => Key(new(BlockKind.Paragraph, spans)));
        if (signOff is null) collisions.Add("signOff");
        return new(collisions.Count > 0 ? null : new(title, kind, owner, blocks!, signOff!), collisions);
    }

    /// <inheritdoc cref="Of(SectionSnapshot, SectionSnapshot, SectionSnapshot)"/>
    /// <remarks>The order of the sections is the stored one: saving an issue's fields does not change it.</remarks>
    public static WordsMerge<IssueSnapshot> Of(IssueSnapshot earlier, IssueSnapshot mine, IssueSnapshot theirs)
    {
        var collisions = new List<string>();
        if (!ThreeWay.Merge(earlier.Title, mine.Title, theirs.Title, out var title)) collisions.Add("title");
        if (!ThreeWay.Merge(earlier.Closing, mine.Closing, theirs.Closing, out var closing)) collisions.Add("closing");
        if (!ThreeWay.Merge(earlier.Kind, mine.Kind, theirs.Kind, out var kind)) collisions.Add("kind");
        if (!ThreeWay.Merge(earlier.Date, mine.Date, theirs.Date, out var date)) collisions.Add("date");
        var (intro, lost) = ThreeWay.Merge(Paragraphs(earlier.Intro), Paragraphs(mine.Intro), Paragraphs(theirs.Intro), paragraph => paragraph);
        if (lost.Count > 0) collisions.Add("intro");
        var bylines = Pick(earlier.Bylines, mine.Bylines, theirs.Bylines, list => JsonSerializer.Serialize(list));
        if (bylines is null) collisions.Add("bylines");
        return new(collisions.Count > 0 ? null : new(title, string.Join("\n\n", intro!), closing, kind, bylines!, date, theirs.Order), collisions);
    }

    private static T? Pick<T>(T earlier, T mine, T theirs, Func<T, string> key)
        where T : class =>
        key(mine) == key(earlier) ? theirs : key(theirs) == key(earlier) || key(mine) == key(theirs) ? mine : null;

    private static string[] Paragraphs(string text) => text.Split("\n\n");

    /// <summary>A block without what the program itself wrote into it: where a quote was found says nothing about who changed it.</summary>
    private static string Key(Block block) => JsonSerializer.Serialize(block.Map((mark, _) => mark.Kind switch
    {
        MarkKind.Quote when mark.ArticleId is not null => mark with { Evidence = null },
        MarkKind.Credit when mark.ArticleId is not null => mark with { Source = null },
        _ => mark,
    }));
}
