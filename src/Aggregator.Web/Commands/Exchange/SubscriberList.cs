using System.Globalization;
using Aggregator.Sending;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>Collects the rows of a CSV file: the good ones, each address once, and what is wrong with the others.</summary>
internal sealed class SubscriberList(DateTimeOffset now)
{
    private readonly List<SubscriberRow> rows = [];
    private readonly List<SubscriberProblem> problems = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public SubscriberReading Reading => new(rows, problems);

    public void Add(SubscriberDraft draft)
    {
        var (row, problem) = draft.Read(now);
        if (row is null) Refuse(draft.Line, problem!);
        else if (lines.TryAdd(MailAddressSyntax.KeyOf(row.Address), row.Line)) rows.Add(row);
        else Refuse(row.Line, string.Create(CultureInfo.InvariantCulture, $"{row.Address} stands in line {lines[MailAddressSyntax.KeyOf(row.Address)]} already: remove one of the two."));
    }

    public void Refuse(int line, string problem) => problems.Add(new(line, problem));
}
