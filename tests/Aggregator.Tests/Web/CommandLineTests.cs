using System.Net;
using System.Net.Sockets;
using Aggregator.Tests.Bench;
using Microsoft.Data.Sqlite;

namespace Aggregator.Tests.Web;

/// <summary>The program from outside: exit codes, what goes to stdout, and one sentence that says what to do.</summary>
[Collection(Programs.Name)]
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("refresh --sideways", "--sideways")]
    [InlineData("inspect", "Required command")]
    [InlineData("inspect feed", "inspect feed FILE-OR-ADDRESS")]
    [InlineData("inspect feed no-such-file.xml", "There is no file no-such-file.xml")]
    [InlineData("refresh --set Fetching:Hostdelay", "write it as --set Key=Value")]
    [InlineData("refresh --set Fetching:Speed=9", "Fetching:Speed")]
    [InlineData("refresh --set Colour=red", "Colour")]
    [InlineData("refresh --set Fetching:PerHost=0", "it must be 1 to 16")]
    [InlineData("refresh --set Fetching:PerHost=many", "Write numbers like 1")]
    [InlineData("refresh --set Fetching:AllowedPrivateNetworks=home", "which is no network")]
    [InlineData("refresh --set Fetching:Hosts:a.example:Pace=1", "Known of a host are PerHost and Delay")]
    [InlineData("refresh --set Fetching:Hosts:a.example:perhost=99", "it must be 1 to 16")]
    [InlineData("refresh --set Colour=blue", "Storage:Postgres, Copies:Window, Api:RequestsPerMinute, Fetching:")]
    [InlineData("refresh --set Colour=green", "Logging:LogLevel:CATEGORY")]
    [InlineData("refresh --feeds no-such-list.txt", "There is no file no-such-list.txt")]
    [InlineData("refresh --source nobody", "No source is called nobody")]
    public async Task WrongUseIsOneSentenceAndExitCode2(string line, string says)
    {
        folder.Write("feeds.json", """{"sources": []}""");

        var result = await RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(says, result.Sentence, StringComparison.Ordinal);
        Assert.Single(result.Sentence.Split('\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("refresh --help")]
    [InlineData("inspect feed --help")]
    [InlineData("db check --help")]
    public async Task EveryVerbHasHelp(string line)
    {
        var result = await RunAsync(line.Split(' '));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task WithoutFeedsJsonTheProgramSaysWhereItLooked()
    {
        var result = await RunAsync("refresh");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"There is no {folder.File("feeds.json")}", result.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Nothing was visited", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("--set Fetching:Contact=redaction@revue.example", false)]
    [InlineData("--set PublicUrl=https://revue.example", false)]
    public async Task UntilPublishersCanReachSomebodyTheProgramAsksForIt(string settings, bool asks)
    {
        folder.Write("feeds.json", """{"sources": []}""");

        var result = await RunAsync(["refresh", .. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(0, result.ExitCode);
        if (asks) Assert.StartsWith("Publishers cannot tell who visits them: set Fetching:Contact", Assert.Single(result.Sentence.Split('\n')), StringComparison.Ordinal);
        else Assert.Equal("", result.Errors);
    }

    [Fact]
    public async Task ABrokenFeedsJsonCostsOnlyWhatIsBroken()
    {
        await using var site = await TestSite.StartAsync();
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1, 2));
        folder.Write("feeds.json", $$"""
            {"sources": [
              {"url": "{{site.Url("/feed")}}", "name": "Revue"},
              {"url": "ftp://b.example/", "name": "B"},
              {"url": "https://c.example/" "name": "C"}
            ]}
            """);

        var result = await RunAsync(["refresh", "--json", .. Loopback]);

        Assert.Equal(0, result.ExitCode);
        var lines = result.Sentence.Split('\n');
        Assert.StartsWith("feeds.json, line 3: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("feeds.json, line 4: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Equal((1, 2, 2), (Number(result, "sources"), Number(result, "entries"), Number(result, "newArticles")));
    }

    [Fact]
    public async Task RefreshTellsWhatCameInBothForms()
    {
        await using var site = await TestSite.StartAsync(hosts: 2);
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Un", site.Url("/1"), "Le début…"), Fixtures.Item("Deux", site.Url("/2"), content: Fixtures.Text(2))));
        site.Give("/1", Fixtures.Page(1, "Un"), "text/html; charset=utf-8");
        var list = folder.Write("list.txt", $"# mine\n{site.Url("/feed")}\n{site.Url("/missing", 1)}\nnonsense\n");

        var first = await RunAsync(["refresh", "--all", "--feeds", "list.txt", "--wait", "--json", .. Loopback]);
        var second = await RunAsync(["refresh", "--all", "--feeds", list, .. Loopback]);
        var one = await RunAsync(["refresh", "--source", "2", "--feeds", list, .. Loopback]);

        Assert.Equal((0, 0, 1), (first.ExitCode, second.ExitCode, one.ExitCode));
        Assert.StartsWith("list.txt, line 4: ", first.Sentence, StringComparison.Ordinal);
        Assert.Equal((2, 1, 2, 2), (Number(first, "sources"), Number(first, "read"), Number(first, "entries"), Number(first, "newArticles")));
        Assert.Equal((1, 0), (first.Json().GetProperty("pages").GetProperty("read").GetInt32(), first.Json().GetProperty("pages").GetProperty("waiting").GetInt32()));
        var failed = Assert.Single(first.Json().GetProperty("failed").EnumerateArray());
        Assert.Equal(("HttpStatus", "404"), (failed.GetProperty("error").GetString(), failed.GetProperty("detail").GetString()));
        Assert.Contains("2 sources visited", second.Output, StringComparison.Ordinal);
        Assert.Contains("1 unchanged, 1 failed", second.Output, StringComparison.Ordinal);
        Assert.Contains("The server answered 404", one.Output, StringComparison.Ordinal);
        Assert.Equal((0, true), ((await RunAsync("db", "check")).ExitCode, File.Exists(folder.File("data", "social-report.db"))));
    }

    [Fact]
    public async Task APortInUseIsASentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var result = await RunAsync("serve", "--urls", url);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{url} is in use by another program", result.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://203.0.113.7:5080")]
    public async Task AnAddressThatCannotBeListenedOnIsASentence(string url)
    {
        var result = await RunAsync("--urls", url);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"Cannot listen on {url}", result.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADataFolderThatCannotBeUsedIsASentence()
    {
        var notAFolder = folder.Write("file", "x");
        folder.Write("social-report.db", new string('x', 5000));

        var first = await RunAsync("refresh", "--set", $"DataDirectory={notAFolder}");
        var second = await RunAsync("db", "check", "--set", "DataDirectory=.");
        var third = await RunAsync("db", "check", "--set", "DataDirectory=nowhere");

        Assert.Equal([1, 1, 1], new[] { first, second, third }.Select(result => result.ExitCode));
        Assert.StartsWith($"The data folder {notAFolder} cannot be written", first.Sentence, StringComparison.Ordinal);
        Assert.Contains("is damaged or not a database", second.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("There is no database", third.Sentence, StringComparison.Ordinal);
        Assert.All(new[] { first, second, third }, result => Assert.Single(result.Sentence.Split('\n')));
    }

    [Fact]
    public async Task ADatabaseThatAnotherProgramWritesToIsASentence()
    {
        folder.Write("feeds.json", """{"sources": [{"url": "https://a.example/", "name": "A"}]}""");
        await RunAsync("db", "migrate");
        await using var other = new SqliteConnection($"Data Source={folder.File("data", "social-report.db")};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();

        var refresh = await RunAsync("refresh");
        var serve = await RunAsync("serve", "--urls", "http://127.0.0.1:0");

        Assert.All([refresh, serve], result =>
        {
            Assert.Equal((1, ""), (result.ExitCode, result.Output));
            Assert.Contains("is locked by another program: stop that one", result.Sentence, StringComparison.Ordinal);
            Assert.Single(result.Sentence.Split('\n'));
        });
    }

    [Fact]
    public async Task MigrateAndCheckAnswerAsJsonToo()
    {
        var migrated = await RunAsync("db", "migrate", "--json");
        var again = await RunAsync("db", "migrate");
        var check = await RunAsync("db", "check", "--json");

        Assert.NotEqual(0, migrated.Json().GetProperty("applied").GetArrayLength());
        Assert.EndsWith("is up to date.", again.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (check.ExitCode, check.Json().GetProperty("faults").GetArrayLength()));
        Assert.Equal("", migrated.Errors + again.Errors + check.Errors);
    }

    [Fact]
    public async Task TheLaterSettingWins()
    {
        var result = await RunAsync("db", "migrate", "--set", "DataDirectory=first", "--set", "datadirectory=second");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal((false, true), (Directory.Exists(folder.File("first")), Directory.Exists(folder.File("second"))));
    }

    [Theory]
    [InlineData("Storage__Postgress=Host=127.0.0.1", "Storage:Postgress")]
    [InlineData("STORAGE__POSTGRES__HOST=127.0.0.1", "STORAGE:POSTGRES:HOST")]
    [InlineData("Retention__Day=30", "Retention:Day")]
    [InlineData("Fetching__HostDealy=00:00:05", "Fetching:HostDealy")]
    [InlineData("fetching__hosts__a.example__pace=1", "fetching:hosts:a.example:pace")]
    public async Task AMisspeltSettingOfTheEnvironmentIsRefused(string variable, string named)
    {
        await using var program = ProgramRun.StartFile("env", folder.Path, [variable, "dotnet", ProgramRun.Dll, "db", "migrate"]);
        var result = await program.EndAsync();

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"the setting {named}", result.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("does not exist. Known ", result.Sentence, StringComparison.Ordinal);
        Assert.Single(result.Sentence.Split('\n'));
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task TheEnvironmentOfOthersIsFreeAndOursIgnoresCase()
    {
        await using var program = ProgramRun.StartFile("env", folder.Path,
        [
            "Colour=red", "STORAGE=disk", "Logging__Console__Disabled=no", "Other__Name=x", "FETCHING__HOSTS__a.example__DELAY=00:00:05", "retention__days=30",
            "dotnet", ProgramRun.Dll, "db", "migrate",
        ]);
        var result = await program.EndAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    private static string[] Loopback => ["--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "--set", "Fetching:HostDelay=00:00:00", "--set", "Fetching:Contact=redaction@revue.example"];

    private static int Number(ProgramResult result, string name) => result.Json().GetProperty(name).GetInt32();

    private Task<ProgramResult> RunAsync(params IEnumerable<string> arguments) => CommandHost.RunAsync(folder.Path, arguments);
}
