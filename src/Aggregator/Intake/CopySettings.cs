namespace Aggregator.Intake;

/// <summary>Settings of section <c>Copies</c>.</summary>
public sealed class CopySettings
{
    /// <summary>How long after its arrival an article can be recognised in changed copies. By address and equal text it always is.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(90);
}
