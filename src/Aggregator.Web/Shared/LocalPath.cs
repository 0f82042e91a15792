namespace Aggregator.Web.Shared;

/// <summary>Where to go back to: only ever a place of ours.</summary>
internal static class LocalPath
{
    /// <returns><paramref name="next"/> when it is a path on this site, else <paramref name="otherwise"/>.</returns>
    public static string Of(string? next, string otherwise = "/") =>
        next is ['/', ..] and not ['/', '/' or '\\', ..] && next.All(c => c is > ' ' and <= '~') ? next : otherwise;
}
