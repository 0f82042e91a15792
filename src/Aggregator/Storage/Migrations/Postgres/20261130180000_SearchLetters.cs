using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <summary>
    /// No table EF makes: the index holds writing without spaces in pairs, and plain letters for those that Unicode does not decompose.
    /// What is there is indexed anew in the background, and found as before until then.
    /// </summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261130180000_SearchLetters")]
    public partial class SearchLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Renew(migrationBuilder);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Renew(migrationBuilder);

        private static void Renew(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            "INSERT INTO search_check(article_id) SELECT id FROM article ON CONFLICT DO NOTHING;");
    }
}
