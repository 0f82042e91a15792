using Aggregator.Benchmarks.Jobs;
using Aggregator.Benchmarks.Jobs.Revisit;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Whole jobs: --job NAME [--feeds N …]. Functions: BenchmarkDotNet's own arguments, such as --filter '*FeedParsing*'.
switch (args)
{
    case ["--job", "refresh", .. var rest]: return await RefreshJob.RunAsync(JobOptions.Read(rest));
    case ["--job", "revisit", .. var picture]: return await RevisitJob.RunAsync(picture is ["--picture", var path] ? path : null);
    case ["--job", "hostile"]: return await HostileJob.RunAsync();
    case ["--job", "feeds"]: return FeedsJob.Run();
    case ["--job", "extraction"]: return ExtractionJob.Run();
    case ["--job", "stories-weeks", .. var weeks]: return StoryWeeksJob.Run(weeks);
    case ["--job", "stories-calibration", .. var weeks]: return StoryCalibrationJob.Run(weeks);
    case ["--job", "real-stories", .. var shown]: return await RealStoriesJob.RunAsync(JobOptions.Read(shown));
    case ["--job", "press-words", var folder]: return PressWordsJob.Run(folder);
    case ["--job", "stories", .. var window]: return StoriesJob.Run(JobOptions.Read(window));
    case ["--job", "duplicates", .. var texts]: return await DuplicatesJob.RunAsync(JobOptions.Read(texts));
    case ["--job", "copies", .. var index]: return await CopyIndexJob.RunAsync(JobOptions.Read(index));
    case ["--job", "api", .. var api]: return await ApiJob.RunAsync(JobOptions.Read(api));
    case ["--job", "search", .. var archive]: return await SearchJob.RunAsync(JobOptions.Read(archive));
    case [] or ["--job", ..]:
        Console.Error.WriteLine("""
            Say which:
              --job refresh [--feeds 1000] [--hosts 250] [--latency 0] [--errors timeout:2,slow:2,500:1] [--memory] [--pages]
              --job revisit [--picture FILE.svg]
              --job hostile
              --job feeds
              --job extraction
              --job stories [--articles 100000]
              --job stories-weeks [--whole] WEEK.jsonl...
              --job stories-calibration WEEK.jsonl...
              --job real-stories [--above 5]
              --job press-words FOLDER
              --job duplicates [--seed 1]
              --job copies [--articles 1000000] [--seed 1]
              --job api [--articles 100000] [--feeds 1000] [--hosts 250]
              --job search [--articles 1000000] [--seed 1] [--folder KEPT-OR-NEW]
              --filter '*NAME*' for functions
            """);
        return 2;
}

// In this process: the project BenchmarkDotNet would generate knows no shared framework and does not restore.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(RefreshJob).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
