namespace Aggregator.Storage;

/// <summary>The bands of articles (<c>TextFingerprint</c>): which may be copies of a text.</summary>
public abstract partial class SqlSession
{
    /// <summary>Finds the articles that have bands.</summary>
    /// <param name="keys">Each once.</param>
    /// <param name="most">Articles of one band, the newest.</param>
    /// <returns>The bands that some article has.</returns>
    public abstract Task<IReadOnlyDictionary<long, IReadOnlyList<int>>> FindBandsAsync(IReadOnlyCollection<long> keys, int most, CancellationToken stop);

    /// <summary>Adds the bands of articles that have none. Inside a write.</summary>
    public abstract Task AddBandsAsync(IReadOnlyList<(int Article, long[] Keys)> articles, CancellationToken stop);

    /// <summary>Removes the bands of articles; those that have none do no harm. Inside a write.</summary>
    public abstract Task RemoveBandsAsync(IReadOnlyCollection<int> articles, CancellationToken stop);

    /// <summary>Removes the bands of some articles up to this one. Inside a write.</summary>
    /// <param name="most">Articles at a time: others wait for the gate.</param>
    /// <returns>How many it were; 0: there are none left.</returns>
    public abstract Task<int> ForgetBandsAsync(int upTo, int most, CancellationToken stop);
}
