namespace Aggregator.Storage.Migrations.Sqlite;

/// <summary>The tables that EF makes no part of: the search, the bands of copies, and what is learnt of the parameters of addresses.</summary>
internal static class SqliteOwnTables
{
    public const string Make =
        """
        CREATE VIRTUAL TABLE article_search USING fts5(
          title, text, marks, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*' tokenchars '_'");
        CREATE TABLE search_check(article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);

        CREATE VIRTUAL TABLE article_band USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
        INSERT INTO article_band(article_band, rank) VALUES ('automerge', 2);
        CREATE TABLE copy_check(article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
        CREATE TABLE copy_turn(turn INTEGER NOT NULL);
        INSERT INTO copy_turn VALUES (0);

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
        """;
}
