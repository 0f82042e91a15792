using System.Globalization;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>What a job is told on the command line.</summary>
internal sealed record JobOptions(int Feeds = 1000, int Hosts = 250, int Latency = 0, bool Pages = false, string Errors = "", bool Memory = false, int Articles = 100_000, int Seed = 1, int Above = 5, string? Folder = null)
{
    public static JobOptions Read(IReadOnlyList<string> args)
    {
        var options = new JobOptions();
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--feeds" => options with { Feeds = Number(args, ++i) },
                "--hosts" => options with { Hosts = Number(args, ++i) },
                "--latency" => options with { Latency = Number(args, ++i) },
                "--articles" => options with { Articles = Number(args, ++i) },
                "--above" => options with { Above = Number(args, ++i) },
                "--folder" => options with { Folder = args[++i] },
                "--seed" => options with { Seed = Number(args, ++i) },
                "--errors" => options with { Errors = args[++i] },
                "--memory" => options with { Memory = true },
                "--pages" => options with { Pages = true },
                _ => throw new ArgumentException($"Unknown option {args[i]}: known are --feeds, --hosts, --latency, --articles, --seed, --above, --folder, --errors, --memory, --pages.", nameof(args)),
            };
        }

        return options;
    }

    private static int Number(IReadOnlyList<string> args, int at) => int.Parse(args[at], CultureInfo.InvariantCulture);
}
