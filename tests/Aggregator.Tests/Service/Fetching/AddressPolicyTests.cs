using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.Extensions.Options;

namespace Aggregator.Tests.Service.Fetching;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("166.12.0.1")]
    [InlineData("199.36.153.12")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("2001:200::1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("2002:5db8:d822::1")]
    public void ThePublicInternetIsOpen(string address) => Assert.True(new AddressPolicy([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.0")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("168.63.129.16")]
    [InlineData("::ffff:168.63.129.16")]
    [InlineData("64:ff9b::a83f:8110")]
    [InlineData("161.26.0.10")]
    [InlineData("166.9.1.1")]
    [InlineData("199.36.153.8")]
    [InlineData("2600:2d00:2:1000::1")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:a9fe:a9fe")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:5db8:d822:0:0:a247:27dd")]
    [InlineData("2001:db8::1")]
    [InlineData("2001:1ff::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("100::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946%3")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("ff0e::1")]
    public void WhatIsNotPublicIsRefused(string address) => Assert.False(new AddressPolicy([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.0/8", "127.4.5.6", true)]
    [InlineData("127.0.0.0/8", "::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.0/8", "64:ff9b::7f00:1", true)]
    [InlineData("127.0.0.0/8", "::1", false)]
    [InlineData("127.0.0.0/8", "10.0.0.1", false)]
    [InlineData("10.1.0.0/16", "10.1.2.3", true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("fd00::/8", "fe80::1", false)]
    public void AnOperatorMayNameNetworks(string network, string address, bool allowed) =>
        Assert.Equal(allowed, new AddressPolicy([network]).Allows(IPAddress.Parse(address)));

    /// <summary>Rows of the hostile corpus that need no made-up name server: what stands in the address alone decides.</summary>
    [SharedFact]
    public async Task TheHostileAddressesAreRefusedBeforeAnyConnection()
    {
        var settings = new FetchingSettings { Deadline = TimeSpan.FromSeconds(30) };
        using var fetcher = new Fetcher(Options.Create(settings), TimeProvider.System);
        var wrong = new ConcurrentQueue<string>();
        var tried = 0;
        // Side by side: a name that nobody knows takes the resolver seconds.
        await Parallel.ForEachAsync(await File.ReadAllLinesAsync(Shared.Path("corpus", "hostile", "ssrf.jsonl")), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (line, _) =>
        {
            using var row = JsonDocument.Parse(line);
            var url = row.RootElement.GetProperty("url").GetString()!;
            if (!Decides(row.RootElement, url)) return;
            Interlocked.Increment(ref tried);
            var answer = await Eventually.EndsAsync(fetcher.GetAsync(new(url), CancellationToken.None));
            if (answer.Problem?.Error is not (PollError.NotPublic or PollError.BadAddress or PollError.UnknownHost))
                wrong.Enqueue($"{row.RootElement.GetProperty("id").GetString()} {url}: {answer.Status} {answer.Problem}");
        });

        Assert.Empty(wrong);
        Assert.True(tried >= 60, $"only {tried} rows were tried");
    }

    private static bool Decides(JsonElement row, string url) =>
        row.GetProperty("expect").GetString() == "block"
        && !row.TryGetProperty("dns_sequence", out _) && !row.TryGetProperty("redirects", out _) && !row.TryGetProperty("body", out _)
        && !row.TryGetProperty("policy", out _) && !row.TryGetProperty("check", out _)
        && (!row.TryGetProperty("dns", out _) || url.Contains("localhost", StringComparison.OrdinalIgnoreCase))
        && !url.Contains("ok.example:", StringComparison.Ordinal);
}
