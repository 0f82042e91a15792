namespace Aggregator.Reading.Stories;

/// <summary>
/// Forms stories in a single pass: texts come one by one, about in the order of time, and each joins the story it most likely belongs to or
/// opens one. <see cref="Review"/> then forms the stories anew. The same texts in the same order give the same stories.
/// Not safe for use by two threads at once.
/// </summary>
public sealed class StoryMatcher
{
    private readonly StoryWindow window;
    private readonly StoryRule rule;
    private readonly Dictionary<string, LanguageStream> streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Place> places = [];
    private readonly PriorityQueue<int, long> byTime = new();
    private DateTimeOffset? newest;

    /// <param name="window">Texts older than the newest by more than this leave; the memory it takes is bounded by what is in it.</param>
    public StoryMatcher(StoryWindow window)
        : this(window, StoryRule.Fitted)
    {
    }

    internal StoryMatcher(StoryWindow window, StoryRule rule) => (this.window, this.rule) = (window, rule);

    /// <summary>Texts in the window, copies among them.</summary>
    public int Count => places.Count;

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
        if (OriginalsStory(text) is { } known) return Keep(text, known, null, null);

        var stream = StreamOf(text);
        var (read, near) = stream.Read(text);
        var story = stream.StoryOf(read, near) ?? newStory ?? text.Id;
        stream.Keep(read, story);
        return Keep(text, story, stream, read);
    }

    /// <summary>
    /// Puts back a text whose story is known, as after a restart: the same texts, restored in the order they came in, leave the matcher as
    /// it was, but for roundings, whatever the stories.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="story">Its story.</param>
    /// <param name="isFixed">An editor put it there: <see cref="Review"/> leaves it.</param>
    /// <exception cref="ArgumentException">The window holds a text of this Id.</exception>
    public void Restore(StoryText text, int story, bool isFixed = false)
    {
        Enter(text);
        var stream = OriginalsStory(text) is null ? StreamOf(text) : null;
        var read = stream?.Read(text).Text;
        if (read is not null) stream!.Keep(read, story);
        Keep(text, story, stream, read);
        places[text.Id].IsFixed = isFixed;
    }

    /// <summary>Puts a text into another story, as an editor does. One that is not in the window any more is passed over.</summary>
    /// <param name="id">The text.</param>
    /// <param name="story">The story, which need not exist.</param>
    /// <param name="isFixed">Whether <see cref="Review"/> must leave it there.</param>
    public void Move(int id, int story, bool isFixed)
    {
        if (!places.TryGetValue(id, out var place)) return;
        if (place.Text is { } text && place.Story != story)
        {
            place.Stream!.TakeOut(text);
            place.Stream.PutIn(text, story);
        }

        place.Story = story;
        place.IsFixed = isFixed;
    }

    /// <summary>
    /// Takes a text, or a copy, out of the window, so that it can be given anew with other words. Its copies stay where they are. One that
    /// is not in the window is passed over.
    /// </summary>
    public void Remove(int id)
    {
        if (!places.Remove(id, out var place)) return;
        if (place.Text is { } text) place.Stream!.Remove(text);
        byTime.Remove(id, out _, out _);
    }

    /// <summary>Whether an editor put the text where it is.</summary>
    public bool IsFixed(int id) => places.TryGetValue(id, out var place) && place.IsFixed;

    /// <summary>
    /// Forms the stories of the window anew, now that all its texts are known: stories are parted and joined. Texts that are fixed stay, and no two stories
    /// that hold one are joined. Costs about as much as taking in every text twice.
    /// </summary>
    /// <returns>The texts that changed their story, copies among them, each with its new one.</returns>
    public IReadOnlyDictionary<int, int> Review()
    {
        var taken = Taken();
        foreach (var stream in streams.Values) new StoryReview(stream, taken).Run();
        return Moved();
    }

    /// <summary>Parts stories that have grown fast and have more than one core; the others are left as they are.</summary>
    /// <returns>As <see cref="Review"/>; nearly always nothing.</returns>
    public IReadOnlyDictionary<int, int> ReviewOvergrown()
    {
        var overgrown = streams.Values.SelectMany(stream => stream.Overgrown.Select(story => (stream, story))).ToList();
        if (overgrown.Count == 0) return new Dictionary<int, int>();
        var taken = Taken();
        foreach (var (stream, story) in overgrown) new StoryReview(stream, taken).Part(story);
        return Moved();
    }

    /// <summary>The numbers of all stories, copies' among them.</summary>
    private HashSet<int> Taken() => [.. places.Values.Select(place => place.Story)];

    /// <summary>Brings the places of texts up to date, in the order of arrival, so that a chain of copies follows its original.</summary>
    private Dictionary<int, int> Moved()
    {
        var moved = new Dictionary<int, int>();
        foreach (var (id, place) in places.OrderBy(entry => entry.Key))
        {
            var story = place.IsFixed ? place.Story
                : place.Text is { } text ? text.Story!.Id
                : place.CopyOf is { } original && places.TryGetValue(original, out var first) ? first.Text?.Story?.Id ?? first.Story : place.Story;
            if (story != place.Story) moved.Add(id, place.Story = story);
        }

        return moved;
    }

    private void Enter(StoryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (places.ContainsKey(text.Id)) throw new ArgumentException($"The window holds a text {text.Id} already.", nameof(text));
        if (text.Time is { } time && (newest is null || time > newest)) newest = time;
        RemoveOld();
    }

    private void RemoveOld()
    {
        if (window.Length is not { } length || newest is not { } now) return;
        while (byTime.TryPeek(out var oldest, out var ticks) && now.UtcTicks - ticks > length.Ticks)
        {
            byTime.Dequeue();
            if (places.Remove(oldest, out var place) && place.Text is { } text) place.Stream!.Remove(text);
        }
    }

    private int? OriginalsStory(StoryText text) => text.CopyOf is { } original && places.TryGetValue(original, out var place) ? place.Story : null;

    private int Keep(StoryText text, int story, LanguageStream? stream, WindowText? read)
    {
        places.Add(text.Id, new(story, text.CopyOf, stream, read));
        if (window.Length is not null) byTime.Enqueue(text.Id, (text.Time ?? newest)?.UtcTicks ?? 0);
        return story;
    }

    private LanguageStream StreamOf(StoryText text)
    {
        var language = StoryLanguage.Of(text.Language);
        if (!streams.TryGetValue(language, out var stream)) streams.Add(language, stream = new(language, rule));
        return stream;
    }

    /// <summary>Where a text is; a copy whose original is in the window has no stream and no words of its own.</summary>
    private sealed class Place(int story, int? copyOf, LanguageStream? stream, WindowText? text)
    {
        private bool isFixed;

        public int Story { get; set; } = story;

        public int? CopyOf => copyOf;

        public LanguageStream? Stream => stream;

        public WindowText? Text => text;

        public bool IsFixed
        {
            get => isFixed;
            set
            {
                isFixed = value;
                text?.IsFixed = value;
            }
        }
    }
}
