using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Aggregator.Tests.Service.Sending;

/// <summary>What Python's <c>email</c> package reads in a mail.</summary>
internal sealed record ReadMail(
    string[] Names, Dictionary<string, string> Headers, string[][] From, string[][] To, string[][] ReplyTo, string[] Types,
    string Text, string Html, DateTimeOffset Date, string[] Defects);

/// <summary>Runs <c>read_mail.py</c> once over many mails.</summary>
internal static class PythonReader
{
    public static string? SkipReason { get; } = CanRun() ? null : "python3 is not on the PATH: the mails are not read by an independent reader.";

    public static async Task<List<ReadMail>> ReadAsync(IReadOnlyList<byte[]> mails)
    {
        using var python = Start(Shared.Repository + "/tests/Aggregator.Tests/Service/Sending/read_mail.py");
        var read = python.StandardOutput.ReadToEndAsync();
        var faults = python.StandardError.ReadToEndAsync();
        foreach (var mail in mails) await python.StandardInput.WriteLineAsync($"{{\"eml\": \"{Convert.ToBase64String(mail)}\"}}");
        python.StandardInput.Close();
        var lines = (await read).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == mails.Count, await faults);
        return [.. lines.Select(line => JsonSerializer.Deserialize<ReadMail>(line, JsonSerializerOptions.Web)!)];
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("python3", arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = Encoding.ASCII,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    private static bool CanRun()
    {
        try
        {
            using var python = Start("-c", "import email.policy");
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A fact that needs python3.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = PythonReader.SkipReason;
}
