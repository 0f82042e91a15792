using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Good to know; nothing is wrong.</summary>
    Note = 0,

    /// <summary>Somebody should look.</summary>
    Warn = 1,

    /// <summary>The issue is not approved with it, unless somebody waives it.</summary>
    Block = 2,
}

/// <summary>Where something was found.</summary>
/// <param name="Section">Public id of the section; null for the issue's own fields.</param>
/// <param name="Field">title, intro, closing, heading, block or signOff; "issue" for the whole.</param>
/// <param name="Block">Which block, from 0.</param>
/// <param name="Start">Where the words begin in that text, in UTF-16 units.</param>
/// <param name="Words">The words.</param>
public sealed record FindingPlace(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Section, string Field,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Block, int Start, string Words);

/// <summary>What one press would do: these words for those.</summary>
/// <param name="Start">Where, in the text of the place.</param>
/// <param name="Length">How many characters go.</param>
/// <param name="Text">What comes instead.</param>
/// <param name="Mark">The mark that some of the new words get.</param>
/// <param name="Marked">Those words.</param>
public sealed record Repair(
    int Start, int Length, string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Mark? Mark = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Marked = null);

/// <summary>One thing that a check found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">How much it weighs here.</param>
/// <param name="Place">Where.</param>
/// <param name="French">The sentence, in French.</param>
/// <param name="English">The sentence, in English.</param>
public sealed record Finding(FindingKind Kind, Severity Severity, FindingPlace Place, string French, string English)
{
    /// <summary>What would mend it; null when only a person can.</summary>
    public Repair? Repair { get; init; }

    /// <summary>Of a quote: the words of the issue.</summary>
    public string? Yours { get; init; }

    /// <summary>Of a quote: the words of the article that come nearest; of a fact: what sources write instead.</summary>
    public string? Theirs { get; init; }

    /// <summary>The article it is about.</summary>
    public int? ArticleId { get; init; }

    /// <summary>Why somebody lets it pass; null when nobody does.</summary>
    public string? Waived { get; init; }

    /// <summary>Its identity: the same finding in other words is another one, so that what was waived is not what comes later.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{Place.Section}|{Place.Field}|{Place.Words}|{Theirs}")))[..16];

    /// <summary>
    /// It keeps the issue from being approved: the one rule, for the desk, the issue's form, the page of checks, the API and the approval
    /// itself.
    /// </summary>
    [JsonIgnore]
    public bool Blocks => Severity == Severity.Block && Waived is null;

    /// <summary>Somebody may let it pass, and a publication may weigh it its own way; not what an issue cannot be without.</summary>
    [JsonIgnore]
    public bool MayPass => AllChecks.Of(Kind).MayPass;

    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public string Say(string language) => language == "fr" ? French : English;

    /// <summary>A check's name as a publication's settings and the API write it: "quoteDiffers".</summary>
    public static string NameOf(string kind) => JsonNamingPolicy.CamelCase.ConvertName(kind);
}
