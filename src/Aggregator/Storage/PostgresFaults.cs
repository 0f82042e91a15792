using Npgsql;

namespace Aggregator.Storage;

/// <summary>What PostgreSQL's error codes (postgresql.org/docs/current/errcodes-appendix.html) mean for the person who runs the program.</summary>
internal static class PostgresFaults
{
    public static UnusableStorageException Unusable(NpgsqlException e) => new(Sentence(e), e);

    private static string Sentence(NpgsqlException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "PostgreSQL refuses the user or the password of Storage:Postgres: correct them there.",
        PostgresErrorCodes.InvalidCatalogName => "The database that Storage:Postgres names does not exist: make it (createdb NAME), or name another.",
        PostgresErrorCodes.InsufficientPrivilege => $"The user of Storage:Postgres may not do this ({e.Message}): make it the owner of its database.",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL has no connection left: raise its max_connections, or lower Maximum Pool Size in Storage:Postgres.",
        null => $"PostgreSQL cannot be reached ({(e.InnerException ?? e).Message}): start it, or correct the host and port of Storage:Postgres.",
        _ => $"PostgreSQL cannot be used ({e.Message}): check Storage:Postgres and the server's log.",
    };
}
