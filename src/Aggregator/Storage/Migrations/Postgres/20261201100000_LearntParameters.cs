using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <summary>
    /// No table EF makes: which parameters of a host are noise or choose texts, the pairs that showed it, who stands for an address without one of
    /// its parameters, the addresses that were merged, and by which rules the keys were made.
    /// </summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261201100000_LearntParameters")]
    public partial class LearntParameters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TABLE address_parameter(
                host text NOT NULL, name text NOT NULL, learnt_at bigint, contradicted_at bigint, one_url text, other_url text, PRIMARY KEY (host, name));
            CREATE TABLE parameter_pair(
                host text NOT NULL, name text NOT NULL, rest text NOT NULL, title text NOT NULL, text_hash bigint NOT NULL,
                article_id integer NOT NULL, other_id integer NOT NULL, found_at bigint NOT NULL, PRIMARY KEY (host, name, rest));
            CREATE TABLE address_form(form bigint NOT NULL, name text NOT NULL, article_id integer NOT NULL, PRIMARY KEY (form, name));
            CREATE TABLE merged_address(
                url_key text PRIMARY KEY, article_id integer NOT NULL REFERENCES article(id) ON DELETE CASCADE, host text NOT NULL, url text NOT NULL,
                title text NOT NULL, source_id integer NOT NULL, entry_key text, seen_at bigint NOT NULL);
            CREATE INDEX ix_merged_address_article_id ON merged_address(article_id);
            CREATE INDEX ix_merged_address_host ON merged_address(host);
            CREATE TABLE key_rules(rules integer NOT NULL);
            INSERT INTO key_rules VALUES (1);
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE key_rules; DROP TABLE merged_address; DROP TABLE address_form; DROP TABLE parameter_pair; DROP TABLE address_parameter;");
    }
}
