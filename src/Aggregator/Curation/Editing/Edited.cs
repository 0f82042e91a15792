using Aggregator.Curation.History;
using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Editing;

/// <summary>What came of an edit.</summary>
public enum EditOutcome
{
    Saved = 1,

    /// <summary>Saved, together with what somebody else had saved meanwhile.</summary>
    Merged,

    /// <summary>There is no such thing.</summary>
    Missing,

    /// <summary>Somebody else has changed it since the version that was seen; nothing was saved.</summary>
    Stale,

    /// <summary>The issue is approved: what was approved does not change.</summary>
    Frozen,

    /// <summary>The issue is not in a state from which this can be done.</summary>
    WrongState,

    /// <summary>Another role may do it, or the publication's deputy.</summary>
    NotYours,

    /// <summary>A field cannot be taken as it is (<see cref="Edited.Fault"/>).</summary>
    Refused,
}

/// <summary>A field that cannot be taken as it is, and what to do about it.</summary>
/// <param name="Field">Its path in the JSON.</param>
public sealed record EditFault(string Field, string French, string English);

/// <summary>What came of an edit, and what is stored now: of every door to an issue, for pages and for the API alike.</summary>
/// <param name="Issue">The issue, when the edit was about it; null when there is none.</param>
/// <param name="Section">The section it was about.</param>
public sealed record Edited(EditOutcome Outcome, Issue? Issue = null, Section? Section = null)
{
    public bool IsDone => Outcome is EditOutcome.Saved or EditOutcome.Merged;

    /// <summary>Of a refusal: what and why.</summary>
    public EditFault? Fault { get; init; }

    /// <summary>Of a stale section: the words of both put together; null when they collide, or when what was seen is not known.</summary>
    public SectionSnapshot? SectionMerge { get; init; }

    /// <summary>Of a stale issue: the fields of both put together.</summary>
    public IssueSnapshot? IssueMerge { get; init; }

    /// <summary>Of a stale one: the fields that both changed, each otherwise.</summary>
    public IReadOnlyList<string> Collisions { get; init; } = [];

    /// <summary>Whether it was tried at all to put the words together.</summary>
    public bool WasCompared => SectionMerge is not null || IssueMerge is not null || Collisions.Count > 0;

    /// <summary>Of a time that was given: how it was read.</summary>
    public WallTime? Time { get; init; }
}

/// <summary>The version a writer has seen of what they change.</summary>
/// <param name="Is">Whether what is stored is what they have seen.</param>
/// <param name="Version">Its number, to put their words together with what was saved since; null when it is not known.</param>
public sealed record Seen(Func<int, bool> Is, int? Version)
{
    /// <summary>For what is done whatever anybody else has done meanwhile.</summary>
    public static Seen Anything { get; } = new(_ => true, null);

    public static Seen Of(int version) => new(stored => stored == version, version);
}
