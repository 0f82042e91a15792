namespace Aggregator.Reading.Robots;

/// <summary>What a robots.txt says to one program (RFC 9309).</summary>
/// <param name="Lines">The rules of the groups that name it, else of the groups for all; in the order of the file.</param>
public sealed record RobotsRules(IReadOnlyList<RobotsRule> Lines)
{
    /// <summary>Nothing is forbidden: there is no file, or nothing in it is for us.</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>
    /// Whether an address may be read. The longest rule that matches decides, and of two as long the one that allows (§2.2.2). The file
    /// itself is always allowed.
    /// </summary>
    public bool Allows(Uri address)
    {
        var path = RobotsPath.Normalize(address.PathAndQuery);
        if (path == "/robots.txt") return true;
        var (length, isAllowed) = (-1, true);
        foreach (var rule in Lines)
        {
            if (rule.Path.Length < length || (rule.Path.Length == length && isAllowed) || !RobotsPath.Matches(rule.Path, path)) continue;
            (length, isAllowed) = (rule.Path.Length, rule.IsAllowed);
        }

        return isAllowed;
    }
}

/// <summary>An <c>allow</c> or <c>disallow</c> line.</summary>
/// <param name="IsAllowed">Which of the two.</param>
/// <param name="Path">Normalised (<see cref="RobotsPath"/>); never empty; <c>*</c> and a last <c>$</c> have their meaning.</param>
public sealed record RobotsRule(bool IsAllowed, string Path);
