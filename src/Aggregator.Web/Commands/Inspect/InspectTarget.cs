using System.Text.Json;
using Aggregator.Fetching;
using Aggregator.Reading.Html;
using Aggregator.Sources;
using Aggregator.Web.Host;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>A file, or an address fetched into a temporary file, as an input line of the answers.</summary>
internal sealed class InspectTarget : IDisposable
{
    private readonly string path;
    private readonly string? url;
    private readonly Dictionary<string, string> headers = [];
    private readonly bool isTemporary;

    private InspectTarget(string path, string? url, bool isTemporary) => (this.path, this.url, this.isTemporary) = (path, url, isTemporary);

    /// <exception cref="UnusableSettingException">There is no such file.</exception>
    /// <exception cref="CommandFailedException">The address gives nothing.</exception>
    public static async Task<InspectTarget> OpenAsync(string given, string? url, Settings settings, CancellationToken stop)
    {
        if (!given.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !given.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return File.Exists(given) ? new(given, url, isTemporary: false) : throw new UnusableSettingException($"There is no file {given}: name a file, or an http(s) address.");

        using var fetcher = new Fetcher(Options.Create(settings.Fetching), TimeProvider.System);
        var response = await fetcher.GetAsync(new(given), stop);
        if (response.Problem is { } problem) throw new CommandFailedException(PollErrorWords.Say(problem.Error, problem.Detail, "en"));
        var target = new InspectTarget(Path.GetTempFileName(), response.FinalUrl, isTemporary: true);
        await File.WriteAllBytesAsync(target.path, response.Body, stop);
        if (response.ContentType is { } type) target.headers["content-type"] = type;
        if (response.ContentLocation is { } location) target.headers["content-location"] = location;
        return target;
    }

    public JsonElement AsPathLine() => JsonSerializer.SerializeToElement(new { path, url = url ?? "https://localhost/", headers });

    public JsonElement AsHtmlLine() =>
        JsonSerializer.SerializeToElement(new { html = SafeHtml.Decode(File.ReadAllBytes(path), headers.GetValueOrDefault("content-type")), url });

    public void Dispose()
    {
        if (isTemporary) File.Delete(path);
    }
}
