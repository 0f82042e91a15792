using System.Buffers.Text;
using System.Text;
using Aggregator.Sending;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Benchmarks;

/// <summary>
/// Writes a mail of 40 kB HTML and 15 kB text, French, as an issue makes it, against the floor of turning the same parts into UTF-8 and
/// base64 (without lines) by the framework.
/// </summary>
[MemoryDiagnoser]
public class MailWriting
{
    private MailMessage mail = null!;

    [GlobalSetup]
    public void Setup() => mail = new MailMessage
    {
        From = new("Social Report", "revue@example.org"),
        To = new("Zoé Dupont", "zoe@example.net"),
        Subject = "Social Report nº 212 : l’enquête sur les partenariats",
        Html = Filled("<p class=\"ink\" style=\"margin:0 0 14px;font-family:Georgia,serif;color:#181916\">Cette semaine, la Commission passe à l’acte : « des promesses aux journaux de modération », Babil entrouvre sa messagerie.</p>\n", 40_000),
        Text = Filled("Cette semaine, la Commission passe à l’acte : « des promesses aux journaux de modération », Babil entrouvre sa messagerie et le Sénat donne un nom au métier de créateur.\n\n", 15_000),
        MessageId = MessageIds.Of(Guid.Parse("01957068-0000-7000-8000-000000000001"), 7, "example.org"),
        Date = new DateTimeOffset(2025, 3, 7, 8, 0, 0, TimeSpan.FromHours(1)),
        ListId = new("Social Report", "revue.example.org"),
        ListUnsubscribe = new("https://example.org/u/0a1b2c3d4e5f", "mailto:leave@example.org"),
    };

    [Benchmark(Baseline = true)]
    public int EncodeBase64() => InBase64(mail.Text).Length + InBase64(mail.Html).Length;

    [Benchmark]
    public int Write() => MimeWriter.Write(mail).Length;

    private static byte[] InBase64(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var encoded = new byte[Base64.GetMaxEncodedToUtf8Length(utf8.Length)];
        Base64.EncodeToUtf8(utf8, encoded, out _, out _);
        return encoded;
    }

    private static string Filled(string paragraph, int length) => string.Concat(Enumerable.Repeat(paragraph, length / paragraph.Length + 1))[..length];
}
