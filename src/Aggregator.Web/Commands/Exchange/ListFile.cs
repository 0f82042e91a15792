using System.Text;
using Aggregator.Web.Host;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>Reads and writes the files of import and export.</summary>
internal static class ListFile
{
    private const long MostBytes = 50_000_000;

    /// <exception cref="UnusableSettingException">There is no such file, or it cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string file, CancellationToken stop)
    {
        if (!File.Exists(file)) throw new UnusableSettingException($"There is no file {file}: name the file to import.");
        try
        {
            if (new FileInfo(file).Length > MostBytes) throw new UnusableSettingException($"{file} is larger than {MostBytes / 1_000_000} MB: part it.");
            return await File.ReadAllBytesAsync(file, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableSettingException($"{file} cannot be read ({e.Message}): give its rights to this user.");
        }
    }

    /// <summary>To stdout, or to a file: then whole or not at all, and for this user's eyes alone where the system knows rights.</summary>
    /// <param name="file">The file, or null for stdout.</param>
    /// <param name="text">What to write.</param>
    /// <param name="said">What is said on stderr when it is a file.</param>
    /// <exception cref="CommandFailedException">The file cannot be written.</exception>
    public static async Task WriteAsync(string? file, string text, string said, CancellationToken stop)
    {
        if (file is null)
        {
            await Console.Out.WriteAsync(text);
            return;
        }

        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(part, options)) await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part)) File.Delete(part);
            throw new CommandFailedException($"{file} cannot be written ({e.Message}): name a file in a folder that you may write to.");
        }

        await Console.Error.WriteLineAsync($"{said} written to {file}.");
    }
}
