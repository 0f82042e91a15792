using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
{
    /// <summary>No table EF makes: the index holds stems and marks from now on; what is there is indexed anew in the background.</summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261125235802_SearchWords")]
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DROP TABLE article_search;
            CREATE VIRTUAL TABLE article_search USING fts5(
              title, text, marks, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*' tokenchars '_'");
            CREATE TABLE search_check(article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
            INSERT INTO search_check(article_id) SELECT id FROM article;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """DROP TABLE search_check; DROP TABLE article_search; CREATE VIRTUAL TABLE article_search USING fts5(title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');""");
    }
}
