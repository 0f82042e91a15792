using System.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>
/// Reads OPML 1.0, 1.1 and 2.0 (opml.org/spec2.opml) and files that only look like it. Never throws on input: where the XML breaks,
/// what came before counts. A document type is passed over and its entities are not known, so nothing can be fetched or blown up.
/// </summary>
public static class OpmlReader
{
    /// <summary>More outlines than anybody follows; the rest is reported and left.</summary>
    public const int MostOutlines = 100_000;

    private const int MostCharacters = 50_000_000;

    public static OpmlReading Read(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        var walk = new OpmlWalk();
        try
        {
            using var xml = XmlReader.Create(stream, Settings());
            walk.Run(xml, MostOutlines);
        }
        catch (XmlException fault)
        {
            walk.StopAt(fault);
        }

        return walk.Reading;
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MostCharacters,
        CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };
}
