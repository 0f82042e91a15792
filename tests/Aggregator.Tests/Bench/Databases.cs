using System.Reflection;
using Xunit.Sdk;

namespace Aggregator.Tests.Bench;

/// <summary>A theory runs once on each database that the program can use.</summary>
internal sealed class DatabasesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Databases.All.Select(name => new object[] { name });
}

/// <summary>The databases that the program can use: SQLite always, PostgreSQL when its server is installed or <c>REQUIRE_POSTGRES=1</c> demands it.</summary>
internal static class Databases
{
    public const string Sqlite = "sqlite", Postgres = "postgres";

    public static IEnumerable<string> All => PostgresCluster.SkipReason is null ? [Sqlite, Postgres] : [Sqlite];

    /// <summary>Settings of a database of its own for a test.</summary>
    public static string[] Settings(string database) => database == Sqlite ? [] : [$"Storage:Postgres={PostgresCluster.NewDatabase()}"];
}

/// <summary>A theory that needs PostgreSQL.</summary>
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresCluster.SkipReason;
}

/// <summary>A fact that needs PostgreSQL.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresCluster.SkipReason;
}
