using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Does what a finding proposes. Pure but for the row.</summary>
public static class FindingRepair
{
    /// <summary>Mends words of a section.</summary>
    public static void Apply(Section section, Finding finding)
    {
        var repair = finding.Repair!;
        switch (finding.Place.Field)
        {
            case "heading":
                section.Title = Apply(section.Title, repair);
                break;
            case "signOff":
                section.SignOff = [.. SpanEdit.Replace(section.SignOff, repair.Start, repair.Length, repair.Text, repair.Mark, repair.Marked)];
                break;
            default:
                var blocks = section.Blocks.ToList();
                blocks[finding.Place.Block!.Value] = SpanEdit.Replace(blocks[finding.Place.Block.Value], repair.Start, repair.Length, repair.Text, repair.Mark, repair.Marked);
                section.Blocks = blocks;
                break;
        }
    }

    /// <summary>Mends words of the issue itself.</summary>
    public static void Apply(Issue issue, Finding finding)
    {
        switch (finding.Place.Field)
        {
            case "title":
                issue.Title = Apply(issue.Title, finding.Repair!);
                break;
            case "intro":
                issue.Intro = Apply(issue.Intro, finding.Repair!);
                break;
            default:
                issue.Closing = Apply(issue.Closing, finding.Repair!);
                break;
        }
    }

    private static string Apply(string text, Repair repair) => string.Concat(text.AsSpan(0, repair.Start), repair.Text, text.AsSpan(repair.Start + repair.Length));
}
