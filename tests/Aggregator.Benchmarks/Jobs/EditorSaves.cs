using System.Diagnostics;
using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>An editor who saves the same section again and again, and how long each save took.</summary>
internal sealed record EditorSaves(IReadOnlyList<double> Milliseconds)
{
    public static async Task<EditorSaves> RunAsync(IServiceProvider services, CancellationToken over)
    {
        var databases = services.GetRequiredService<Func<AggregatorDb>>();
        var section = await BeginAsync(databases);
        // The first save pays for compiling; an editor's server has been running for long.
        for (var i = 0; i < 3; i++) await SaveAsync(databases, section);
        var took = new List<double>();
        while (!over.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await SaveAsync(databases, section);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(30, CancellationToken.None);
        }

        took.Sort();
        return new(took);
    }

    public override string ToString() => Milliseconds.Count == 0 ? "No save fell into the pass." : string.Create(
        CultureInfo.InvariantCulture, $"{Milliseconds.Count} saves: median {At(.5):0.0} ms, p95 {At(.95):0.0} ms, longest {Milliseconds[^1]:0.0} ms.");

    private double At(double share) => Milliseconds[(int)(share * (Milliseconds.Count - 1))];

    private static async Task<int> BeginAsync(Func<AggregatorDb> databases)
    {
        await using var db = databases();
        var now = TimeProvider.System.GetUtcNow();
        var section = new Section { PublicId = Guid.CreateVersion7(), Title = "Section" };
        db.Add(new Issue
        {
            PublicId = Guid.CreateVersion7(), Number = 1, Title = "Issue", DatedAt = now, MadeAt = now, Sections = [section],
            Publication = new() { PublicId = Guid.CreateVersion7(), Title = "Review", Language = "en", TimeZone = "UTC", SenderName = "Review", SenderAddress = "review@review.example" },
        });
        await db.SaveChangesAsync();
        return section.Id;
    }

    private static async Task SaveAsync(Func<AggregatorDb> databases, int id)
    {
        await using var db = databases();
        await db.WriteAsync(
            async stop =>
            {
                var section = await db.Sections.Include(s => s.Pad).FirstAsync(s => s.Id == id, stop);
                section.Blocks = [new(BlockKind.Paragraph, [new($"Version {section.Version}")])];
                section.Version++;
                return await db.SaveChangesAsync(stop);
            },
            CancellationToken.None);
    }
}
