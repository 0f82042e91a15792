using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Quartz's tick for drafts that a rhythm opens.</summary>
[DisallowConcurrentExecution]
public sealed class OpeningJob(IssueOpening opening, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardLeadingAsync("Opening issues", () => opening.RunAsync(cancellationToken), cancellationToken);
}
