using Aggregator.Stories;
using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Quartz's tick for visits.</summary>
[DisallowConcurrentExecution]
public sealed class PollJob(PollPump pump) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await pump.PumpAsync(cancellationToken);
}

/// <summary>Quartz's tick for stories.</summary>
[DisallowConcurrentExecution]
public sealed class StoryJob(StoryKeeper keeper) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await keeper.RunAsync(cancellationToken);
}

/// <summary>Quartz's tick for mails.</summary>
[DisallowConcurrentExecution]
public sealed class SendJob(SendPump pump) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await pump.PumpAsync(cancellationToken);
        await pump.TidyAsync(cancellationToken);
    }
}

/// <summary>Quartz's tick for pages.</summary>
[DisallowConcurrentExecution]
public sealed class ExtractJob(ExtractPump pump) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await pump.PumpAsync(cancellationToken);
}
