using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Service.Fetching;

/// <summary>Every row of the hostile addresses, with the name service and the redirects that it describes.</summary>
public sealed class HostileAddressTests
{
    private static readonly AddressPolicy Policy = new([]);

    [SharedFact]
    public Task NoVerdictIsWrongAndNoConnectionIsPrivate() => AssertAllAsync(Shared.Path("corpus", "hostile", "ssrf.jsonl"), rows: 102);

    [SharedFact]
    public Task NorIsOneOfTheCasesFromTheField() => AssertAllAsync(Shared.Path("cases", "texts", "ssrf.jsonl"), rows: 2);

    [Theory]
    [InlineData("http://127.0.0.1\u2024pages.example/")]
    [InlineData("http://pages\u2025example/")]
    [InlineData("http://\u2100.example/")]
    [InlineData("https://pages.example\uFF0F.other.example/")]
    [InlineData("http://\u00AD/")]
    [InlineData("http://a\u200D.example/")]
    [InlineData("http://pages\uD83D.example/")]
    public async Task AHostThatCannotBeNamedIsAProblemAndNoException(string url)
    {
        await using var site = DoorSite.Start(_ => Task.CompletedTask);
        using var fetcher = site.Fetcher();

        var answer = await Eventually.EndsAsync(fetcher.GetAsync(new(url), CancellationToken.None));

        Assert.DoesNotContain(site.Connected, address => !Policy.Allows(address));
        Assert.True(answer.Problem is null or { Error: PollError.BadAddress or PollError.UnknownHost or PollError.NotPublic }, $"{answer.Problem}");
    }

    [Fact]
    public async Task ARedirectToSuchAHostIsAProblemToo()
    {
        await using var site = DoorSite.Start(http =>
        {
            http.Response.StatusCode = 302;
            // UTF-8 as servers send it.
            http.Response.Headers.Location = "http://10.0.0.1%E2%80%A4pages.example/";
            return Task.CompletedTask;
        });
        using var fetcher = site.Fetcher();

        var answer = await Eventually.EndsAsync(fetcher.GetAsync(new("http://ok.example/"), CancellationToken.None));

        Assert.NotNull(answer.Problem);
        Assert.DoesNotContain(site.Connected, address => !Policy.Allows(address));
    }

    private static async Task AssertAllAsync(string file, int rows)
    {
        var wrong = new ConcurrentQueue<string>();
        var tried = 0;
        await Parallel.ForEachAsync(await File.ReadAllLinesAsync(file), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (line, _) =>
        {
            using var row = JsonDocument.Parse(line);
            Interlocked.Increment(ref tried);
            if (await FaultAsync(row.RootElement) is { } fault) wrong.Enqueue($"{row.RootElement.GetProperty("id").GetString()}: {fault}");
        });

        Assert.Empty(wrong);
        Assert.Equal(rows, tried);
    }

    private static async Task<string?> FaultAsync(JsonElement row)
    {
        var url = row.GetProperty("url").GetString()!;
        await using var site = DoorSite.Start(http => AnswerAsync(http, row));
        foreach (var (name, answers) in NamesOf(row)) site.Names[name] = new(answers);
        using var fetcher = site.Fetcher();
        var answer = await Eventually.EndsAsync(fetcher.GetAsync(new(url), CancellationToken.None));
        // A page that names a feed: what it names is asked for like anything else.
        if (answer.Problem is null && row.TryGetProperty("body", out _)) answer = await Eventually.EndsAsync(fetcher.GetAsync(new("http://127.0.0.1/feed"), CancellationToken.None));

        if (site.Connected.FirstOrDefault(address => !Policy.Allows(address)) is { } touched) return $"connected to {touched}";
        if (site.Requests.Any(request => request.Headers.ContainsKey("Authorization") || request.Headers.ContainsKey("Cookie"))) return "credentials were sent";
        var isBlocked = answer.Problem?.Error is PollError.NotPublic or PollError.BadAddress or PollError.BadPort or PollError.UnknownHost or PollError.TooManyRedirects;
        // These two are about the connection, which was looked at above: what is connected to is what was judged.
        if (row.TryGetProperty("check", out var check) && check.GetString() is "connect_ip" or "never_private") return null;
        return row.GetProperty("expect").GetString() == "block" == isBlocked ? null : $"{answer.Status} {answer.Problem}";
    }

    private static IEnumerable<(string Name, IEnumerable<IPAddress[]> Answers)> NamesOf(JsonElement row)
    {
        if (row.TryGetProperty("dns", out var dns))
            foreach (var name in dns.EnumerateObject()) yield return (name.Name, [Addresses(name.Value)]);
        if (row.TryGetProperty("dns_sequence", out var sequence))
            foreach (var name in sequence.EnumerateObject()) yield return (name.Name, name.Value.EnumerateArray().Select(Addresses));
    }

    private static IPAddress[] Addresses(JsonElement list) => [.. list.EnumerateArray().Select(address => IPAddress.Parse(address.GetString()!))];

    private static Task AnswerAsync(HttpContext http, JsonElement row)
    {
        var asked = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}";
        foreach (var hop in row.TryGetProperty("redirects", out var redirects) ? redirects.EnumerateArray() : [])
        {
            if (hop[0].GetString() != asked) continue;
            (http.Response.StatusCode, http.Response.Headers.Location) = (hop[1].GetInt32(), hop[2].GetString());
            return Task.CompletedTask;
        }

        http.Response.Cookies.Append("visitor", "1");
        return http.Response.WriteAsync(row.TryGetProperty("body", out var body) ? body.GetString()! : "<rss/>");
    }
}
