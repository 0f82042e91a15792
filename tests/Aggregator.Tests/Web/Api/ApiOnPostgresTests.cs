using System.Reflection;
using Aggregator.Tests.Bench;
using Xunit.Sdk;

namespace Aggregator.Tests.Web.Api;

/// <summary>What holds of the API on SQLite holds on PostgreSQL: the same tests, one after the other, on a desk of its own for each class.</summary>
public sealed class ApiOnPostgresTests
{
    [PostgresTheory]
    [InlineData(typeof(TogetherTests))]
    [InlineData(typeof(EditorialTests))]
    [InlineData(typeof(HouseRulesTests))]
    [InlineData(typeof(SmallActsTests))]
    public async Task TheSameHolds(Type tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var fixture = new ApiFixture { Database = Databases.Postgres };
        await fixture.InitializeAsync();
        var failures = new List<string>();
        try
        {
            foreach (var method in tests.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                foreach (var data in Cases(method))
                    try
                    {
                        await (Task)method.Invoke(Activator.CreateInstance(tests, fixture), data)!;
                    }
                    catch (Exception e) when (e is XunitException or KeyNotFoundException or InvalidOperationException)
                    {
                        failures.Add($"{method.Name}({string.Join(", ", data)}): {e.Message}");
                    }
        }
        finally
        {
            await fixture.DisposeAsync();
        }

        Assert.Empty(failures);
    }

    private static IEnumerable<object?[]> Cases(MethodInfo method) => method.GetCustomAttributes<TheoryAttribute>().Any()
        ? method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)) : method.GetCustomAttributes<FactAttribute>().Any() ? [[]] : [];
}
