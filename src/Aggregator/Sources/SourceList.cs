namespace Aggregator.Sources;

/// <summary>Reads a plain list of sources: an address a line; empty lines and lines that begin with # are passed over.</summary>
public static class SourceList
{
    /// <summary>A line that is no http(s) address is a problem with its line; the others load. Never throws on input.</summary>
    public static SourceFileReading Read(string text)
    {
        var entries = new List<SourceEntry>();
        var problems = new List<SourceProblem>();
        var number = 0;
        foreach (var whole in text.AsSpan().TrimStart("\uFEFF").EnumerateLines())
        {
            number++;
            var line = whole.Trim();
            if (line.IsEmpty || line[0] == '#') continue;
            if (Uri.TryCreate(line.ToString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                entries.Add(new(line.ToString(), NameOf(address), Language: null, Topics: [], Kind: "auto", Weight: 1, Interval: null, number));
            else
                problems.Add(new(number, $"\"{line[..Math.Min(line.Length, 80)]}\" is not an http or https address: correct or remove it."));
        }

        return new(entries, problems);
    }

    private static string NameOf(Uri address) => address.Host + (address.AbsolutePath == "/" ? "" : address.AbsolutePath);
}
