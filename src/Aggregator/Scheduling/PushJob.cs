using Aggregator.Intake;
using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Quartz's tick for subscriptions at hubs, each minute.</summary>
[DisallowConcurrentExecution]
public sealed class PushJob(HubSubscriptions hubs, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardLeadingAsync("Subscriptions at hubs", async () => await hubs.AskAsync(cancellationToken), cancellationToken);
}
