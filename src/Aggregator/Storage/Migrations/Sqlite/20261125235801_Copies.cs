using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
{
    /// <summary>No table EF makes: the bands of originals, who is still to be compared, and whose turn it is.</summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261125235801_Copies")]
    public partial class Copies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE article_band USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
            INSERT INTO article_band(article_band, rank) VALUES ('automerge', 2);
            CREATE TABLE copy_check(article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
            CREATE TABLE copy_turn(turn INTEGER NOT NULL);
            INSERT INTO copy_turn VALUES (0);
            INSERT INTO copy_check(article_id) SELECT id FROM article WHERE text_hash IS NOT NULL;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE article_band; DROP TABLE copy_check; DROP TABLE copy_turn;");
    }
}
