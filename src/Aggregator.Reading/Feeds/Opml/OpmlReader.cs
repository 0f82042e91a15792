using Aggregator.Reading.Feeds.Bytes;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>
/// Reads OPML 1.0, 1.1 and 2.0 (opml.org/spec2.opml) and files that only look like it, as tolerantly as feeds: what a reader wrote with a
/// bare "&amp;" or in another encoding than it says is understood. Never throws on input: where the file breaks off, what came before counts.
/// Entities that the file declares itself are not read, so nothing can be fetched or blown up.
/// </summary>
public static class OpmlReader
{
    /// <summary>More outlines than anybody follows; the rest is reported and left.</summary>
    public const int MostOutlines = 100_000;

    /// <summary>Folders in folders; what is deeper is passed over.</summary>
    private const int DeepestOutline = 32_768;

    public static OpmlReading Read(byte[] file)
    {
        var faults = new DiagnosticList();
        using var decoded = BodyDecoder.Decode(BodyLimit.Cut(file, faults).Span, contentType: null, faults);
        var scanner = new XmlScanner(decoded.Buffer, decoded.Length, address: null, language: null, faults, decoded.Misread)
        {
            MaxDepth = DeepestOutline,
        };
        var walk = new OpmlWalk();
        walk.Run(scanner, MostOutlines);
        if (faults.Has("xml-bare-ampersand") && decoded.Text.Contains("<!DOCTYPE", StringComparison.Ordinal))
            walk.Note(1, "Entities that the file's document type declares were not read: export the list without them.");
        foreach (var fault in faults.Items)
        {
            if (IsLoss(fault.Code)) walk.Note(fault.Line ?? 1, $"{fault.Message} If the list is not whole, export it again.");
        }

        return walk.Reading;
    }

    /// <summary>What may have cost outlines; the rest was understood all the same.</summary>
    private static bool IsLoss(string code) =>
        code is "xml-truncated" or "xml-too-deep" or "xml-unclosed-tag" or "encoding-unknown" or "too-large";
}
