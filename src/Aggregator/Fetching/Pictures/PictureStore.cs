using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Fetching.Pictures;

/// <summary>
/// Pictures on disk, one file an address, named by its hash. The folder is a cache: whoever deletes it loses nothing. When it outgrows its bound, the files
/// that were not looked at for longest go. An empty file notes that there is no picture to be had.
/// </summary>
public sealed class PictureStore(string folder, TimeProvider clock, long mostBytes = PictureStore.UsualBound)
{
    public const long UsualBound = 500_000_000;

    private static readonly TimeSpan RefusalHolds = TimeSpan.FromHours(1), PictureHolds = TimeSpan.FromDays(30);
    private readonly Lock sweeping = new();
    private long? bytesKept;

    /// <summary>What is known of an address.</summary>
    /// <param name="IsKnown">False when it has to be asked.</param>
    /// <param name="Picture">Null when there is none to be had.</param>
    public readonly record struct Answer(bool IsKnown, Picture? Picture);

    /// <summary>Never throws: a file that cannot be read is not known.</summary>
    public async Task<Answer> FindAsync(string address, CancellationToken stop)
    {
        var file = new FileInfo(FileOf(address));
        try
        {
            if (!file.Exists || clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > (file.Length == 0 ? RefusalHolds : PictureHolds)) return default;
            if (file.Length == 0) return new(IsKnown: true, Picture: null);
            var picture = Picture.Of(await File.ReadAllBytesAsync(file.FullName, stop));
            file.LastAccessTimeUtc = clock.GetUtcNow().UtcDateTime;
            return new(picture is not null, picture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    /// <summary>Keeps a picture, or that there is none. Never throws: a full disk costs the cache, not the page.</summary>
    public async Task KeepAsync(string address, Picture? picture, CancellationToken stop)
    {
        var (file, part) = (FileOf(address), Path.Combine(folder, $"{Guid.NewGuid():N}.part"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(part, picture?.Bytes ?? ReadOnlyMemory<byte>.Empty, stop);
            var now = clock.GetUtcNow().UtcDateTime;
            File.SetLastWriteTimeUtc(part, now);
            File.SetLastAccessTimeUtc(part, now);
            File.Move(part, file, overwrite: true);
            Sweep(picture?.Bytes.Length ?? 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private string FileOf(string address)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
        return Path.Combine(folder, name[..2], name);
    }

    private void Sweep(int added)
    {
        lock (sweeping)
        {
            bytesKept = bytesKept is null ? Files().Sum(file => file.Length) : bytesKept + added;
            if (bytesKept <= mostBytes) return;
            // Down to four fifths, so that not every picture after that sweeps again.
            bytesKept = Files().Sum(file => file.Length);
            foreach (var file in Files().OrderBy(file => file.LastAccessTimeUtc))
            {
                if (bytesKept <= mostBytes / 5 * 4) return;
                bytesKept -= file.Length;
                file.Delete();
            }
        }
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories);
}
