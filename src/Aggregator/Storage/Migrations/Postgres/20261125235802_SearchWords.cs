using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <summary>No table EF makes: the index holds stems and marks from now on; what is there is indexed anew in the background.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261125235802_SearchWords")]
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DELETE FROM article_search;
            CREATE TABLE search_check(article_id integer PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
            INSERT INTO search_check(article_id) SELECT id FROM article;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """DROP TABLE search_check;""");
    }
}
