using System.Globalization;
using System.IO.Compression;
using System.Text;
using Aggregator.Fetching;

namespace Aggregator.Intake;

/// <summary>
/// Pages of articles as they came, packed, one file an article: when a rule changes they are read again without asking the publisher. The folder
/// is a cache: whoever deletes it loses nothing. When it outgrows its bound the earliest articles' pages go.
/// </summary>
public sealed class KeptPages(string folder, long mostBytes = KeptPages.UsualBound)
{
    public const long UsualBound = 500_000_000;

    /// <summary>A larger one is asked for again.</summary>
    private const int LargestPage = 3_000_000;

    private readonly Lock counting = new();
    private long? bytesKept;

    /// <summary>Keeps what a server said of an article. Never throws: a full disk costs the cache, not the article.</summary>
    public void Keep(int article, FetchResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Problem is not null || response.Body.Length is 0 or > LargestPage) return;
        var (file, part) = (FileOf(article), Path.Combine(folder, $"{Guid.NewGuid():N}.part"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using (var packed = new GZipStream(File.Create(part), CompressionLevel.Fastest))
            {
                packed.Write(Encoding.UTF8.GetBytes($"{Line(response.FinalUrl)}\n{Line(response.ContentType)}\n"));
                packed.Write(response.Body.Span);
            }

            var size = new FileInfo(part).Length;
            File.Move(part, file, overwrite: true);
            Count(size);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    /// <summary>The page as if it had just been asked for; null when it is not kept, or cannot be read.</summary>
    public FetchResponse? Find(int article)
    {
        try
        {
            using var file = File.OpenRead(FileOf(article));
            using var unpacked = new MemoryStream();
            using (var packed = new GZipStream(file, CompressionMode.Decompress)) packed.CopyTo(unpacked);
            var bytes = unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
            var address = bytes.Span.IndexOf((byte)'\n');
            var type = bytes.Span[(address + 1)..].IndexOf((byte)'\n') + address + 1;
            return new()
            {
                Status = 200, FinalUrl = Encoding.UTF8.GetString(bytes.Span[..address]), ContentType = Given(Encoding.UTF8.GetString(bytes.Span[(address + 1)..type])), Body = bytes[(type + 1)..],
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Articles whose pages are kept.</summary>
    public IEnumerable<int> Articles => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories).Select(file => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
        : [];

    /// <summary>Forgets the pages of articles that were removed.</summary>
    public void Forget(IEnumerable<int> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        foreach (var article in articles)
        {
            try
            {
                File.Delete(FileOf(article));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It goes at the next time.
            }
        }
    }

    private static string Line(string? text) => (text ?? "").ReplaceLineEndings(" ");

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private string FileOf(int article) => Path.Combine(
        folder, (article / 1000).ToString("D7", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{article}.gz"));

    private void Count(long added)
    {
        lock (counting)
        {
            bytesKept = bytesKept is { } kept ? kept + added : Folders().Sum(SizeOf);
            foreach (var oldest in bytesKept > mostBytes ? Folders().Order(StringComparer.Ordinal).SkipLast(1).ToList() : [])
            {
                if (bytesKept <= mostBytes * 9 / 10) break;
                bytesKept -= SizeOf(oldest);
                Directory.Delete(oldest, recursive: true);
            }
        }
    }

    private IEnumerable<string> Folders() => Directory.EnumerateDirectories(folder);

    private static long SizeOf(string path) => new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length);
}
