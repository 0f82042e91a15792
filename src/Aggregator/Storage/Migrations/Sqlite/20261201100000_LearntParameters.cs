using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
{
    /// <summary>
    /// No table EF makes: which parameters of a host are noise or choose texts, the pairs that showed it, who stands for an address without one of
    /// its parameters, the addresses that were merged, and by which rules the keys were made.
    /// </summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261201100000_LearntParameters")]
    public partial class LearntParameters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TABLE address_parameter(
                host TEXT NOT NULL, name TEXT NOT NULL, learnt_at INTEGER, contradicted_at INTEGER, one_url TEXT, other_url TEXT, PRIMARY KEY (host, name)) WITHOUT ROWID;
            CREATE TABLE parameter_pair(
                host TEXT NOT NULL, name TEXT NOT NULL, rest TEXT NOT NULL, title TEXT NOT NULL, text_hash INTEGER NOT NULL,
                article_id INTEGER NOT NULL, other_id INTEGER NOT NULL, found_at INTEGER NOT NULL, PRIMARY KEY (host, name, rest)) WITHOUT ROWID;
            CREATE TABLE address_form(form INTEGER NOT NULL, name TEXT NOT NULL, article_id INTEGER NOT NULL, PRIMARY KEY (form, name)) WITHOUT ROWID;
            CREATE TABLE merged_address(
                url_key TEXT PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, host TEXT NOT NULL, url TEXT NOT NULL,
                title TEXT NOT NULL, source_id INTEGER NOT NULL, entry_key TEXT, seen_at INTEGER NOT NULL);
            CREATE INDEX ix_merged_address_article_id ON merged_address(article_id);
            CREATE INDEX ix_merged_address_host ON merged_address(host);
            CREATE TABLE key_rules(rules INTEGER NOT NULL);
            INSERT INTO key_rules VALUES (1);
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE key_rules; DROP TABLE merged_address; DROP TABLE address_form; DROP TABLE parameter_pair; DROP TABLE address_parameter;");
    }
}
