namespace Aggregator.Web.Demo;

/// <summary>A source that the demo follows.</summary>
/// <param name="FeedUrl">Absolute, on a port of this machine that was free at the start.</param>
/// <param name="SiteUrl">Its home page.</param>
/// <param name="Language">Primary subtag; null for a source in two languages.</param>
internal sealed record DemoSource(string Name, string FeedUrl, string SiteUrl, string? Language, IReadOnlyList<string> Topics);
