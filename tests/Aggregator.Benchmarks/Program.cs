using Aggregator.Benchmarks.Jobs;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Whole jobs: --job NAME [--feeds N …]. Functions: BenchmarkDotNet's own arguments, such as --filter '*FeedParsing*'.
if (args is ["--job", "refresh", .. var rest]) return await RefreshJob.RunAsync(JobOptions.Read(rest));
if (args.Length == 0 || args[0] == "--job")
{
    Console.Error.WriteLine("Say which: --job refresh [--feeds 1000] [--hosts 250] [--latency 0] [--errors timeout:2,slow:2,500:1] [--memory] [--pages], or --filter '*NAME*' for functions.");
    return 2;
}

// In this process: the project BenchmarkDotNet would generate knows no shared framework and does not restore.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(RefreshJob).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
