using Aggregator.Curation.Text;

namespace Aggregator.Curation.Quotes;

/// <summary>Words of a line that one mark lies on, however many spans they are in.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Start">Where they begin in the block's text.</param>
/// <param name="Text">The words.</param>
public sealed record Passage(Mark Mark, int Start, string Text)
{
    /// <summary>Where they end in the block's text.</summary>
    public int End => Start + Text.Length;

    /// <summary>The passages of a kind in a block, in order.</summary>
    public static IReadOnlyList<Passage> Of(Block block, MarkKind kind)
    {
        var found = new List<Passage>();
        var at = 0;
        foreach (var line in block.Lines)
        {
            var begun = found.Count;
            foreach (var span in line)
            {
                if (span.Of(kind) is { } mark)
                {
                    // A word in bold does not part a quote in two.
                    if (found.Count > begun && found[^1].End == at && found[^1].Mark == mark) found[^1] = found[^1] with { Text = found[^1].Text + span.Text };
                    else found.Add(new(mark, at, span.Text));
                }

                at += span.Text.Length;
            }

            at++;
        }

        return found;
    }
}
