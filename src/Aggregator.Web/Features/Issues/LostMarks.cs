using Aggregator.Curation.Editing;
using Aggregator.Curation.Text;
using Aggregator.Storage;

namespace Aggregator.Web.Features.Issues;

/// <summary>Says by line what the marks of a text written by hand do not lead to.</summary>
internal static class LostMarks
{
    public static async Task<IReadOnlyList<SectionTextFault>> InAsync(AggregatorDb db, SectionReading reading, CancellationToken stop)
    {
        var lines = reading.Marks.ToLookup(placed => placed.Mark, placed => placed.Line);
        return
        [
            .. from lost in (await MarkTargets.LostAsync(db, lines.Select(mark => mark.Key), stop))
               from line in lines[lost.Mark]
               select new SectionTextFault(line, lost.Kind, lost.Name),
        ];
    }
}
