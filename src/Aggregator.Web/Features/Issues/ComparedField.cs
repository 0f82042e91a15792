namespace Aggregator.Web.Features.Issues;

/// <summary>A field two people wrote in.</summary>
public sealed record ComparedField(string Name, string Label, string Stored, string Written, int Rows);
