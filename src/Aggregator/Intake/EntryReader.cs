using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Reading.Articles.Content;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Intake;

/// <summary>Makes an arrival of a feed's item. Pure.</summary>
/// <param name="feedAddress">The address that gave the feed.</param>
/// <param name="languages">What the feed says of the languages of its items.</param>
/// <param name="sharedLinks">Links that are not the address of one item alone.</param>
internal sealed class EntryReader(Uri feedAddress, FeedLanguages languages, IReadOnlySet<string> sharedLinks)
{
    /// <summary>Longest title kept, in characters; a longer one is a text without a title.</summary>
    private const int MaxTitle = 300;

    /// <summary>What is read of one item, in characters of HTML: a long novel. What lies beyond is an attack.</summary>
    private const int MaxContent = 2_000_000;

    /// <returns>The arrival, or null for an item that says nothing.</returns>
    public Arrival? Read(FeedItem item)
    {
        var given = Longer(item.ContentHtml, item.SummaryHtml);
        if (given?.Length > MaxContent) given = given[..MaxContent];
        var reading = given is null ? null : ContentReading.Of(given, feedAddress);
        var plain = reading?.Text ?? "";
        var title = TitleOf(item.Title, plain);
        if (title.Length == 0) return null;

        var link = item.Link is null ? null : CanonicalUrl.TryParse(item.Link, out var canonical) ? canonical : null;
        var hasPage = link is not null && !sharedLinks.Contains(item.Link!);
        var isWhole = !hasPage || (reading is not null && WholeText.IsGiven(item, reading));
        return new Arrival(
            hasPage ? UrlKey.Of(link!) : PageKey(link ?? feedAddress.AbsoluteUri, title, plain),
            link ?? feedAddress.AbsoluteUri,
            item.Key,
            item.PublishingDate,
            new Lazy<ArrivalText>(() => Text(item, title, reading, isWhole)))
        {
            Tags = Names(item.Categories),
            Categories = Names(item.Categories.Where(category => !category.IsKeyword)),
            GivenHash = GivenHash(title, plain),
            NeedsPage = !isWhole,
        };
    }

    private static IReadOnlyList<string> Names(IEnumerable<FeedCategory> categories) =>
        [.. categories.Select(category => category.Label ?? category.Term).Distinct(StringComparer.Ordinal).Take(30)];

    private ArrivalText Text(FeedItem item, string title, ContentReading? reading, bool isWhole)
    {
        var plain = reading?.Text ?? "";
        return new(
            LanguageOf(item, title, plain),
            title,
            [.. item.Authors.Select(author => author.Name ?? author.Email).OfType<string>().Distinct(StringComparer.Ordinal)],
            Excerpt.Of(plain),
            plain,
            reading?.Html ?? "",
            item.ImageUrl,
            Excerpt.Words(plain),
            isWhole ? FoldedText.Hash(plain) : null);
    }

    /// <summary>
    /// An item without an address of its own is known by the page it names, its title and its text: not by its date or its guid, which
    /// publishers give anew to old items, and all of them would come again. When it is edited, its guid tells (<see cref="SameItem"/>).
    /// </summary>
    private static string PageKey(string page, string title, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FoldedText.Of(title) + "\n" + FoldedText.Of(text)));
        return SharedPage.KeyOf(UrlKey.Of(page), hash);
    }

    /// <summary>Hash of what a source gives of an article.</summary>
    public static long GivenHash(string title, string plain)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(title.AsSpan()));
        hash.AppendData([0, 0]);
        hash.AppendData(MemoryMarshal.AsBytes(plain.AsSpan()));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }

    private string? LanguageOf(FeedItem item, string title, string plain) =>
        LanguageEvidence.Of(plain.Length > 400 ? plain : $"{title}. {plain}", languages.Of(item));

    private static string TitleOf(string? title, string plain)
    {
        var given = string.IsNullOrWhiteSpace(title) ? Excerpt.Of(plain, 90) ?? "" : title.Trim();
        return given.Length <= MaxTitle ? given : Excerpt.Of(given, MaxTitle)!;
    }

    private static string? Longer(string? a, string? b) => (a?.Length ?? 0) >= (b?.Length ?? 0) ? a ?? b : b;
}
