namespace Aggregator.Web.Shared;

/// <summary>Somebody of the team, to be chosen: as the owner of a section, as a deputy.</summary>
public sealed record TeamMember(int Id, string Name);
