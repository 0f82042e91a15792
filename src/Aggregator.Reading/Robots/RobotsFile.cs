using System.Text;

namespace Aggregator.Reading.Robots;

/// <summary>Reads robots.txt (RFC 9309). Pure; never throws on input: what is no rule is passed over.</summary>
public static class RobotsFile
{
    /// <summary>What is read of a file at the most, in bytes (§2.5).</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>Rules kept of one file: more would be an attack on our time.</summary>
    private const int MaxRules = 10_000;

    /// <param name="body">The bytes of the file: UTF-8, with or without a byte order mark.</param>
    /// <param name="product">Our product token; letters, compared without regard to case (§2.2.1).</param>
    public static RobotsRules Read(ReadOnlySpan<byte> body, string product) =>
        Read(Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]), product);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, string)"/>
    public static RobotsRules Read(string text, string product)
    {
        var walk = new RobotsWalk(product);
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var end = line.IndexOf('#');
            var rule = end < 0 ? line : line[..end];
            var colon = rule.IndexOf(':');
            if (colon > 0) walk.Take(rule[..colon].Trim(), rule[(colon + 1)..].Trim());
        }

        return walk.Rules(MaxRules);
    }
}

/// <summary>Groups as they come: user-agent lines, then rules; groups of one name are one (§2.2.1).</summary>
internal sealed class RobotsWalk(string product)
{
    private readonly List<RobotsRule> ours = [], everybody = [];
    private bool isNaming, namesUs, namesAll, isNamed;

    public RobotsRules Rules(int most) => (isNamed ? ours : everybody) is { Count: > 0 } rules ? new([.. rules.Take(most)]) : RobotsRules.AllowAll;

    public void Take(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase)) TakeAgent(value);
        else if (name.Equals("allow", StringComparison.OrdinalIgnoreCase)) TakeRule(isAllowed: true, value);
        else if (name.Equals("disallow", StringComparison.OrdinalIgnoreCase)) TakeRule(isAllowed: false, value);
        // Other lines (sitemap, crawl-delay) end no group (§2.2.4).
    }

    private void TakeAgent(ReadOnlySpan<char> value)
    {
        if (!isNaming) (namesUs, namesAll) = (false, false);
        isNaming = true;
        namesAll |= value is "*";
        // A version or a remark after the token is common: the token ends at the first character that cannot be in one.
        var end = value.IndexOfAnyExcept(Token);
        if (!(end < 0 ? value : value[..end]).Equals(product, StringComparison.OrdinalIgnoreCase)) return;
        namesUs = isNamed = true;
    }

    private void TakeRule(bool isAllowed, ReadOnlySpan<char> value)
    {
        isNaming = false;
        // "Disallow:" with nothing allows everything, which is so without it.
        if (value.IsEmpty || value[0] is not ('/' or '*')) return;
        var rule = new RobotsRule(isAllowed, RobotsPath.Normalize(value.ToString()));
        if (namesUs) ours.Add(rule);
        if (namesAll) everybody.Add(rule);
    }

    private static readonly System.Buffers.SearchValues<char> Token =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");
}
