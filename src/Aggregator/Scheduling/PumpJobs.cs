using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Stories;
using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Quartz's tick for visits.</summary>
[DisallowConcurrentExecution]
public sealed class PollJob(PollPump pump, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardAsync("Visits", () => pump.TickAsync(cancellationToken));
}

/// <summary>Quartz's tick for search entries.</summary>
[DisallowConcurrentExecution]
public sealed class SearchJob(SearchKeeper keeper, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardLeadingAsync("Search entries", () => keeper.RunAsync(cancellationToken), cancellationToken);
}

/// <summary>Quartz's tick for copies.</summary>
[DisallowConcurrentExecution]
public sealed class CopyJob(CopyKeeper keeper, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardAsync("Copies", () => keeper.RunAsync(cancellationToken));
}

/// <summary>Quartz's tick for stories.</summary>
[DisallowConcurrentExecution]
public sealed class StoryJob(StoryKeeper keeper, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardLeadingAsync("Stories", () => keeper.RunAsync(cancellationToken), cancellationToken, keeper.Forget);
}

/// <summary>Quartz's tick for mails.</summary>
[DisallowConcurrentExecution]
public sealed class SendJob(SendPump pump, DueIssues due, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => faults.GuardAsync("Mails", async () =>
    {
        await due.BeginAsync(cancellationToken);
        await pump.PumpAsync(cancellationToken);
        await pump.TidyAsync(cancellationToken);
    });
}

/// <summary>Quartz's tick for pages.</summary>
[DisallowConcurrentExecution]
public sealed class ExtractJob(ExtractPump pump, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardAsync("Pages", () => pump.TickAsync(cancellationToken));
}

/// <summary>Quartz's hour for what is past its time.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(Retention retention, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardLeadingAsync("Removals of old articles", () => retention.RunAsync(cancellationToken), cancellationToken);
}

/// <summary>Quartz's night for stories: those of the window are weighed again.</summary>
[DisallowConcurrentExecution]
public sealed class StoryReviewJob(StoryKeeper keeper, TickFaults faults) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        faults.GuardLeadingAsync("The stories' nightly pass", () => keeper.ReviewAsync(cancellationToken), cancellationToken);
}
