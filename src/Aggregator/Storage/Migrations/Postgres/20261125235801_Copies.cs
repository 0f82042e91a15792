using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <summary>No table EF makes: the bands of originals, who is still to be compared, and whose turn it is.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261125235801_Copies")]
    public partial class Copies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TABLE article_band(band bigint NOT NULL, article_id integer NOT NULL REFERENCES article(id) ON DELETE CASCADE, PRIMARY KEY (band, article_id));
            CREATE INDEX ix_article_band_article_id ON article_band(article_id);
            CREATE TABLE copy_check(article_id integer PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
            CREATE TABLE copy_turn(turn integer NOT NULL);
            INSERT INTO copy_turn VALUES (0);
            INSERT INTO copy_check(article_id) SELECT id FROM article WHERE text_hash IS NOT NULL;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE article_band; DROP TABLE copy_check; DROP TABLE copy_turn;");
    }
}
