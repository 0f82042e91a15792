using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Storage;

/// <summary>How <c>dotnet ef</c> makes the context when it writes a migration; the program itself never uses it.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new ServiceCollection()
        .AddPostgresStorage(new DataDirectory("design"), "Host=localhost;Database=design")
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<PostgresDb>>()
        .CreateDbContext();
}
