using Aggregator.Benchmarks.Jobs;
using BenchmarkDotNet.Running;

// Whole jobs: --job NAME [--feeds N …]. Functions: BenchmarkDotNet's own arguments, such as --filter '*FeedParsing*'.
if (args is ["--job", "refresh", .. var rest]) return await RefreshJob.RunAsync(JobOptions.Read(rest));
if (args.Length == 0 || args[0] == "--job")
{
    Console.Error.WriteLine("Say which: --job refresh [--feeds 1000] [--hosts 250] [--latency 0] [--pages], or --filter '*NAME*' for functions.");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(RefreshJob).Assembly).Run(args);
return 0;
