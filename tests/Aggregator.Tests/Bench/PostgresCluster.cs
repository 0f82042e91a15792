using System.Diagnostics;
using System.Globalization;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Aggregator.Tests.Bench;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder and on a socket there. A shell waits at our end of a pipe: when this process
/// ends, however it does, the server is stopped and the folder removed.
/// </summary>
internal static class PostgresCluster
{
    private const string Script =
        """
        d=$(mktemp -d /tmp/social-report-pg-XXXXXX) && cd "$d" || exit 1
        "$0/initdb" -D data -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 || { cat log; exit 1; }
        "$0/postgres" -D data -k "$d" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 >>log 2>&1 &
        pid=$!
        until "$0/pg_isready" -q -h "$d"; do kill -0 $pid 2>/dev/null || { cat log; exit 1; }; sleep .05; done
        echo "$d"
        cat >/dev/null
        kill -QUIT $pid; wait $pid; cd /; rm -rf "$d"
        """;

    private static readonly Lazy<string> Folder = new(Start);
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static int databases;

    /// <summary>Held: when it is collected its pipe closes.</summary>
    private static Process? server;

    /// <summary>Null when the server's programs are there, else why the test is skipped. With <c>REQUIRE_POSTGRES=1</c> it fails instead.</summary>
    public static string? SkipReason =>
        Programs is not null || Environment.GetEnvironmentVariable("REQUIRE_POSTGRES") == "1" ? null : "PostgreSQL is not installed: apt-get install postgresql";

    private static string? Programs =>
        Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;

    /// <summary>Makes a database with all migrations, for one test.</summary>
    /// <returns>Its connection string.</returns>
    public static string NewDatabase()
    {
        lock (Template)
        {
            var template = Template.Value;
            return Make($"TEMPLATE {template}");
        }
    }

    /// <summary>Makes a database without anything in it.</summary>
    public static string EmptyDatabase() => Make("TEMPLATE template0");

    /// <summary>Runs a statement as the server's administrator.</summary>
    public static void Run(string sql, string database = "postgres")
    {
        using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static string ConnectionString(string database, string user = "postgres") => $"Host={Folder.Value};Database={database};Username={user};Maximum Pool Size=20;Include Error Detail=true";

    private static string Make(string like)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        Run($"CREATE DATABASE {name} {like}");
        return ConnectionString(name);
    }

    private static string MakeTemplate()
    {
        Run("CREATE DATABASE migrated TEMPLATE template0");
        using var folder = new TempFolder();
        using var services = new ServiceCollection().AddLogging()
            .AddProduct(Aggregator.Web.Host.Settings.Load([$"DataDirectory={folder.Path}", $"Storage:Postgres={ConnectionString("migrated")};Pooling=false"])).BuildServiceProvider();
        Task.Run(() => services.GetRequiredService<DatabaseUpkeep>().MigrateAsync()).GetAwaiter().GetResult();
        return "migrated";
    }

    private static string Start()
    {
        var programs = Programs ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql");
        // The server refuses to run as root.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", "sh", "-c", Script, programs] : ["sh", "-c", Script, programs];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        server = Process.Start(start)!;
        var said = server.StandardOutput.ReadLine() ?? "";
        return Directory.Exists(said) ? said : throw new InvalidOperationException($"PostgreSQL does not start: {said} {server.StandardOutput.ReadToEnd()}");
    }
}
