using System.Collections.Frozen;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>Time zones by name.</summary>
internal static class Zones
{
    /// <summary>Korea's time, for dates in Korean that name no zone.</summary>
    public const int Korea = 9 * 60;

    /// <summary>Minutes east of UTC. RFC 822 section 5 has the American ones; of names with several meanings the one feeds use.</summary>
    private static readonly FrozenDictionary<string, int> ByName = new Dictionary<string, int>
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0,
        ["AT"] = -240, ["AST"] = -240, ["ADT"] = -180,
        ["ET"] = -300, ["EST"] = -300, ["EDT"] = -240,
        ["CT"] = -360, ["CST"] = -360, ["CDT"] = -300,
        ["MT"] = -420, ["MST"] = -420, ["MDT"] = -360,
        ["PT"] = -480, ["PST"] = -480, ["PDT"] = -420,
        ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600, ["NST"] = -210, ["NDT"] = -150,
        ["BST"] = 60, ["IST"] = 330, ["WEST"] = 60,
        ["CET"] = 60, ["MET"] = 60, ["MEZ"] = 60, ["CEST"] = 120, ["MEST"] = 120, ["MESZ"] = 120,
        ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180, ["SAST"] = 120,
        ["HKT"] = 480, ["SGT"] = 480, ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540,
        ["ACST"] = 570, ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Names =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Minutes east of UTC, or null when there is no zone of this name.</summary>
    public static int? Find(ReadOnlySpan<char> name) => Names.TryGetValue(name, out var minutes) ? minutes : null;

    /// <summary>The hour of a day of 24, from one of a clock of 12; -1 when the clock has no such hour.</summary>
    public static int On24Hours(int hour, bool afternoon) => hour switch
    {
        12 => afternoon ? 12 : 0,
        > 12 => afternoon ? hour : -1,
        _ => afternoon ? hour + 12 : hour,
    };
}
