namespace Aggregator.Archive;

/// <summary>A query somebody keeps: a filter of the desk, a feed, and, if they want it, a mail a day when there is something new.</summary>
public sealed class SavedSearch
{
    /// <summary>Searches one account may keep.</summary>
    public const int MostOfAccount = 50;

    public int Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>What its owner calls it; 1 to 100 characters.</summary>
    public required string Name { get; set; }

    /// <summary>As it was typed (docs/search.md); 1 to 500 characters.</summary>
    public required string Query { get; set; }

    /// <summary>What only its feed's address tells: 128 random bits.</summary>
    public required string Token { get; init; }

    /// <summary>Whether its owner gets a mail when there is something new.</summary>
    public bool IsAlert { get; set; }

    /// <summary>The last article that was there when the last mail was made, or the search was kept: later ones are new.</summary>
    public int LastArticle { get; set; }

    /// <summary>When the last mail was handed over.</summary>
    public DateTimeOffset? MailedAt { get; set; }

    public DateTimeOffset MadeAt { get; init; }
}
