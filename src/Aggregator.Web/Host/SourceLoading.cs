using Aggregator.Sources;

namespace Aggregator.Web.Host;

/// <summary>Reads a file of sources into the database and says on stderr what is wrong in it, with its line.</summary>
internal sealed class SourceLoading(SourceSync sync, SourceAdding adding, Settings settings)
{
    /// <summary>Brings the sources in line with <c>feeds.json</c>. A missing or broken file changes nothing and stops nothing.</summary>
    public async Task FollowFileAsync(CancellationToken stop)
    {
        if (!File.Exists(settings.FeedsFile))
        {
            await Console.Error.WriteLineAsync($"There is no {settings.FeedsFile}: start where your feeds.json is, or name it with --set Feeds=FILE. The sources known so far are followed.");
            return;
        }

        string text;
        try
        {
            text = await TextAsync(settings.FeedsFile, stop);
        }
        catch (UnusableSettingException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} The sources known so far are followed.");
            return;
        }

        var reading = SourceFile.Read(text);
        await ReportAsync(settings.FeedsFile, reading);
        // A source whose entry is faulty has not vanished: nothing is retired until the file is sound.
        await sync.FollowAsync(reading.Entries, retireMissing: reading.Problems.Count == 0, stop);
    }

    /// <summary>Adds the sources that are not known yet; nothing known is changed or retired.</summary>
    /// <exception cref="UnusableSettingException">The file cannot be read.</exception>
    public async Task AddAsync(string file, CancellationToken stop)
    {
        if (!File.Exists(file)) throw new UnusableSettingException($"There is no file {file}: name the file of sources after --feeds.");
        var text = await TextAsync(file, stop);
        var reading = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{') ? SourceFile.Read(text) : SourceList.Read(text);
        await ReportAsync(file, reading);
        await adding.RunAsync(reading.Entries, isDryRun: false, stop);
    }

    private static async Task<string> TextAsync(string file, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllTextAsync(file, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableSettingException($"{file} cannot be read ({e.Message}): give its rights to this user.");
        }
    }

    private static async Task ReportAsync(string file, SourceFileReading reading)
    {
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync($"{Path.GetFileName(file)}, line {problem.Line}: {problem.Message}");
    }
}
