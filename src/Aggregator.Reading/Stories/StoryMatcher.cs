namespace Aggregator.Reading.Stories;

/// <summary>
/// Forms stories in a single pass: texts come one by one, about in the order of time, and each joins the story it most likely belongs to or
/// opens one. A story once formed is never divided or joined with another here. The same texts in the same order give the same stories.
/// Not safe for use by two threads at once.
/// </summary>
/// <param name="window">Texts older than the newest by more than this leave; the memory it takes is bounded by what is in it.</param>
public sealed class StoryMatcher(StoryWindow window)
{
    private readonly Dictionary<string, LanguageStream> streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, int> storyOf = [];
    private readonly PriorityQueue<Entry, long> byTime = new();
    private DateTimeOffset? newest;

    /// <summary>Texts in the window, copies among them.</summary>
    public int Count => storyOf.Count;

    /// <summary>Finds the text's story and keeps it for the texts to come.</summary>
    /// <param name="text">Its Id must not be in the window yet. Any title and text will do: one without words opens a story of its own.</param>
    /// <param name="newStory">The id of the story if the text opens one; null: the text's Id.</param>
    /// <returns>
    /// The story's id. A copy has the story of its original while that is in the window, and changes nothing in it; after that it is a text
    /// like any other.
    /// </returns>
    /// <exception cref="ArgumentException">The window holds a text of this Id.</exception>
    public int Add(StoryText text, int? newStory = null)
    {
        Enter(text);
        if (OriginalsStory(text) is { } known) return Keep(text, known, null);

        var stream = StreamOf(text);
        var read = stream.Read(text);
        var story = stream.StoryOf(read) ?? newStory ?? text.Id;
        stream.Keep(read, story);
        return Keep(text, story, read);
    }

    /// <summary>
    /// Puts back a text whose story is known, as after a restart: the same texts, restored in the order they came in, leave the matcher as
    /// it was, but for roundings, whatever the stories.
    /// </summary>
    /// <exception cref="ArgumentException">The window holds a text of this Id.</exception>
    public void Restore(StoryText text, int story)
    {
        Enter(text);
        var read = OriginalsStory(text) is null ? StreamOf(text).Read(text) : null;
        if (read is not null) StreamOf(text).Keep(read, story);
        Keep(text, story, read);
    }

    private void Enter(StoryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (storyOf.ContainsKey(text.Id)) throw new ArgumentException($"The window holds a text {text.Id} already.", nameof(text));
        if (text.Time is { } time && (newest is null || time > newest)) newest = time;
        RemoveOld();
    }

    private void RemoveOld()
    {
        if (window.Length is not { } length || newest is not { } now) return;
        while (byTime.TryPeek(out var oldest, out var ticks) && now.UtcTicks - ticks > length.Ticks)
        {
            byTime.Dequeue();
            storyOf.Remove(oldest.Id);
            if (oldest.Text is { } text) oldest.Stream!.Remove(text);
        }
    }

    private int? OriginalsStory(StoryText text) => text.CopyOf is { } original && storyOf.TryGetValue(original, out var story) ? story : null;

    private int Keep(StoryText text, int story, WindowText? read)
    {
        storyOf.Add(text.Id, story);
        if (window.Length is not null) byTime.Enqueue(new(text.Id, read is null ? null : StreamOf(text), read), (text.Time ?? newest)?.UtcTicks ?? 0);
        return story;
    }

    private LanguageStream StreamOf(StoryText text)
    {
        var language = text.Language?.Split('-', '_')[0] ?? "";
        if (!streams.TryGetValue(language, out var stream)) streams.Add(language, stream = new());
        return stream;
    }

    private readonly record struct Entry(int Id, LanguageStream? Stream, WindowText? Text);
}
