using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Registers the schedule.</summary>
public static class SchedulingServices
{
    /// <summary>What a verb may do once and the schedule does again and again.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services) => services.AddSingleton<Takeover>().AddSingleton<Retention>();

    /// <summary>
    /// Starts each pump every second. What is due lies in rows, so the schedule itself need not be durable: it is kept in
    /// memory, which costs 4 ms of CPU a second and no writes (a stored one: 33 ms and 1.2 MB).
    /// </summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<TickFaults>();
        services.AddSingleton<IdleMemory>();
        services.AddSingleton<PollSelection>();
        services.AddSingleton<PollPump>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ExtractPump>(provider));
        services.AddSingleton<DueIssues>();
        services.AddSingleton<IssueOpening>();
        services.AddSingleton<SendPump>();
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(6);
            EverySecond<PollJob>(quartz, "poll");
            EverySecond<ExtractJob>(quartz, "extract");
            EverySecond<SearchJob>(quartz, "search");
            EverySecond<CopyJob>(quartz, "copies");
            EverySecond<StoryJob>(quartz, "stories");
            EverySecond<SendJob>(quartz, "send");
            // Once a night, when nobody edits.
            quartz.ScheduleJob<StoryReviewJob>(trigger => trigger.WithIdentity("stories-review").WithCronSchedule("0 20 3 * * ?"));
            Every<RetentionJob>(quartz, "retention", TimeSpan.FromHours(1));
            Every<OpeningJob>(quartz, "opening", TimeSpan.FromMinutes(1));
            Every<PushJob>(quartz, "pushes", TimeSpan.FromMinutes(1));
            Every<HealthJob>(quartz, "health", TimeSpan.FromMinutes(10));
            Every<MemoryJob>(quartz, "memory", TimeSpan.FromSeconds(30));
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void EverySecond<TJob>(IQuartzBuilder quartz, string name)
        where TJob : class, IJob => Every<TJob>(quartz, name, TimeSpan.FromSeconds(1));

    private static void Every<TJob>(IQuartzBuilder quartz, string name, TimeSpan time)
        where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(time).RepeatForever()));
}
