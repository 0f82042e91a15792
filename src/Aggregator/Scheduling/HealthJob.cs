using Aggregator.Sending;
using Aggregator.Sources;
using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Quartz's tick for what takes hours to be believed, each ten minutes: moves of sources, alerts, the mail about them, and about saved searches.</summary>
[DisallowConcurrentExecution]
public sealed class HealthJob(SourceMoves moves, SourceAlerts alerts, AlertMail mail, SearchMail searches, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => faults.GuardLeadingAsync("Alerts", async () =>
    {
        await moves.RunAsync(cancellationToken);
        await alerts.RunAsync(cancellationToken);
        await mail.RunAsync(cancellationToken);
        await searches.RunAsync(cancellationToken);
    }, cancellationToken);
}
