using System.Globalization;
using System.Text;
using Aggregator.Sending;
using CsvHelper;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>The CSV form of subscribers (docs/subscribers.md): UTF-8, comma or semicolon, a first line with the names of the columns.</summary>
internal static class SubscriberCsv
{
    private const int LongestRow = 10_000;

    private static readonly string[] Columns = ["address", "name", "state", "confirmed_at", "unsubscribe_token"];

    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape };

    /// <summary>Bad rows are problems with their line, the others load. Never throws on input.</summary>
    public static SubscriberReading Read(byte[] file, DateTimeOffset now)
    {
        var list = new SubscriberList(now);
        using var csv = CsvReader.Create(file, Reading(file, list));
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex(Columns[0], out _)) list.Refuse(1, $"The first line must name the columns: {string.Join(',', Columns)}. Only address is required.");
        else while (csv.Read()) Add(csv, list);
        return list.Reading;
    }

    public static string Write(IEnumerable<Subscription> subscriptions)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Writing, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var consent in subscriptions)
                csv.WriteRecord([consent.Subscriber.Address, consent.Subscriber.Name ?? "", consent.State.ToString().ToLowerInvariant(), Time(consent), consent.UnsubscribeToken]);
        }

        return text.ToString();
    }

    private static string Time(Subscription consent) =>
        consent.State == SubscriptionState.Confirmed ? consent.ConfirmedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "" : "";

    private static void Add(CsvReader csv, SubscriberList list)
    {
        var line = (int)csv.LineNumber;
        if (csv.RawRecord.Length > LongestRow) list.Refuse(line, "The line is longer than any subscriber: check its quotation marks.");
        else if (csv.FieldCount > csv.Headers.Count) list.Refuse(line, "The line has more cells than the first line names: put a cell that contains the separator between quotation marks.");
        else list.Add(new(line, Cell(csv, 0), Cell(csv, 1), Cell(csv, 2), Cell(csv, 3), Cell(csv, 4)));
    }

    /// <summary>The cell, or null when it is empty. The apostrophe that keeps a spreadsheet from computing it goes.</summary>
    private static string? Cell(CsvReader csv, int column)
    {
        if (!csv.TryGetFieldIndex(Columns[column], out var index) || index >= csv.FieldCount) return null;
        var cell = csv.GetString(index).Trim();
        if (cell.Length > 1 && cell[0] == '\'' && Writing.InjectionCharacters.Contains(cell[1], StringComparison.Ordinal)) cell = cell[1..];
        return cell.Length == 0 ? null : cell;
    }

    /// <summary>No cell of ours has a line break: so a quotation mark that is never closed costs its own line and not the rest of the file.</summary>
    private static CsvReaderOptions Reading(byte[] file, SubscriberList list) => new()
    {
        Separator = Separator(file), TrackLineNumbers = true, NormalizeHeaderName = name => name.Trim().ToLowerInvariant(),
        AllowLineBreaksInQuotes = false, MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => list.Refuse((int)record.LineNumber, "The quotation marks of this line do not pair: correct it."),
    };

    /// <summary>Spreadsheets of half of Europe write semicolons.</summary>
    private static char Separator(byte[] file)
    {
        var end = file.AsSpan().IndexOf((byte)'\n');
        var first = file.AsSpan(0, end < 0 ? file.Length : end);
        return first.Count((byte)';') > first.Count((byte)',') ? ';' : ',';
    }
}
