namespace Aggregator.Reading.Articles.Quotes;

/// <summary>What a text has said so far: its people, who was spoken of, and who spoke where.</summary>
internal sealed class Discourse(Cast cast, Mentions mentions, Grammar grammar, IReadOnlyList<bool> asks)
{
    private readonly Dictionary<int, Said> turns = [];
    private string? interviewee;

    public Cast Cast => cast;

    public Mentions Mentions => mentions;

    public Grammar Grammar => grammar;

    /// <summary>Who spoke last, and where; the name may be unknown.</summary>
    public (Said Said, int Paragraph, int At)? Last { get; private set; }

    /// <summary>The paragraph whose last quote is open: the next one goes on with it.</summary>
    public int OpenParagraph { get; set; } = -1;

    /// <summary>Notes a quote that somebody said.</summary>
    public void Note(Said said, int paragraph, int at)
    {
        Last = (said, paragraph, at);
        if (said.Speaker is { } speaker) mentions.Note(speaker, paragraph, at);
        else if (said is { Via: null, IsAttributed: true }) mentions.Note(null, paragraph, at);
    }

    /// <summary>Notes the first quote of a paragraph that begins with it: a turn of a dialogue.</summary>
    public void NoteTurn(Said? said, int paragraph) => turns[paragraph] = said ?? Said.Nobody;

    /// <summary>In a dialogue of two, who did not speak in the paragraph before; null when there is no dialogue, or nobody knows.</summary>
    public Said? Other(int paragraph)
    {
        if (!turns.TryGetValue(paragraph - 1, out var before) || !turns.TryGetValue(paragraph - 2, out var other)) return null;
        return before.Speaker == other.Speaker ? null : other with { Role = null, Via = null, IsAttributed = false };
    }

    /// <summary>Who answers when the paragraph before is a question of the writer's.</summary>
    public string? Answering(int paragraph)
    {
        if (paragraph == 0 || !asks[paragraph - 1]) return null;
        return interviewee ??= cast.Only ?? Last?.Said.Speaker;
    }
}
