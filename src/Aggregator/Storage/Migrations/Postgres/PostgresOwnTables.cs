namespace Aggregator.Storage.Migrations.Postgres;

/// <summary>The tables that EF makes no part of: the search, the bands of copies, and what is learnt of the parameters of addresses.</summary>
internal static class PostgresOwnTables
{
    public const string Make =
        """
        CREATE TEXT SEARCH CONFIGURATION social_report (COPY = simple);
        CREATE TABLE article_search(article_id integer PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE, document tsvector NOT NULL);
        CREATE INDEX ix_article_search_document ON article_search USING gin(document);
        CREATE TABLE search_check(article_id integer PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);

        CREATE TABLE article_band(band bigint NOT NULL, article_id integer NOT NULL REFERENCES article(id) ON DELETE CASCADE, PRIMARY KEY (band, article_id));
        CREATE INDEX ix_article_band_article_id ON article_band(article_id);
        CREATE TABLE copy_check(article_id integer PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
        CREATE TABLE copy_turn(turn integer NOT NULL);
        INSERT INTO copy_turn VALUES (0);

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
        """;
}
