using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Quartz's tick for memory, each half minute.</summary>
[DisallowConcurrentExecution]
public sealed class MemoryJob(IdleMemory memory) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        memory.Tidy();
        return ValueTask.CompletedTask;
    }
}
