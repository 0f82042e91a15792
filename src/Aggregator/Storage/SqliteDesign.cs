using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Storage;

/// <summary>How <c>dotnet ef</c> makes the context when it writes a migration; the program itself never uses it.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new ServiceCollection()
        .AddStorage(new DataDirectory("design"))
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<SqliteDb>>()
        .CreateDbContext();
}
