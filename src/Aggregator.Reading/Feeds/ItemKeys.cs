using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Feeds;

/// <summary>
/// Gives each item a key that is its own inside the feed and the same at every visit. Where items share an id, all of them get their
/// link, or a hash of what they say, behind it: so the keys do not depend on which of them stands first.
/// </summary>
internal static class ItemKeys
{
    private const int MaxLength = 512;

    public static IReadOnlyList<FeedItem> Assign(FeedItem[] items)
    {
        Name(items, item => item.Id is { } id ? IdKey(id) : item.Link is { } link ? UrlKey.Of(link) : Hash(item));
        Name(items, item => item.Link is { } link && UrlKey.Of(link) is var key && key != item.Key ? $"{item.Key} {key}" : item.Key);
        Name(items, item => $"{item.Key} {Hash(item)}");
        Number(items);
        return items;
    }

    /// <summary>
    /// An id that is a web address stays the same when the site goes from http to https or drops its "www.". No more than that: the rest of
    /// an id is the publisher's business, and there is one for every item.
    /// </summary>
    private static string IdKey(string id)
    {
        if (Addresses.Page(id) is null) return id;
        var host = id.IndexOf("//", StringComparison.Ordinal) + 2;
        return id[(string.Compare(id, host, "www.", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? host + 4 : host)..];
    }

    /// <summary>Names the items anew that have no name yet or share it with another.</summary>
    private static void Name(FeedItem[] items, Func<FeedItem, string> name)
    {
        var uses = Count(items);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Key.Length == 0 || uses[items[i].Key] > 1) items[i] = items[i] with { Key = Short(name(items[i])) };
        }
    }

    /// <summary>Tells items apart that are alike in everything.</summary>
    private static void Number(FeedItem[] items)
    {
        if (items.Length == 0) return;
        var seen = new Dictionary<string, int>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, items[i].Key, out _);
            if (++before > 1) items[i] = items[i] with { Key = Short(string.Create(CultureInfo.InvariantCulture, $"{items[i].Key} #{before}")) };
        }
    }

    private static Dictionary<string, int> Count(FeedItem[] items)
    {
        var uses = new Dictionary<string, int>(items.Length);
        foreach (var item in items) CollectionsMarshal.GetValueRefOrAddDefault(uses, item.Key, out _)++;
        return uses;
    }

    private static string Short(string key) => key.Length <= MaxLength ? key : Sha256(key);

    private static string Hash(FeedItem item) =>
        Sha256($"{item.Title}\n{(item.Contents.Count > 0 ? item.Contents[0].Value : item.Details.Description?.Value)}");

    private static string Sha256(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
