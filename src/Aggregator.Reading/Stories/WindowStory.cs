namespace Aggregator.Reading.Stories;

/// <summary>A story of one language in the window: its texts, and the time they span.</summary>
internal sealed class WindowStory(int id)
{
    private readonly List<WindowText> texts = [];
    private TimeSpanOfTexts time;

    public int Id => id;

    public int Size => texts.Count;

    /// <summary>In the order they were put in.</summary>
    public IReadOnlyList<WindowText> Texts => texts;

    /// <summary>How many texts it had when it was last looked at as a whole.</summary>
    public int ReviewedSize { get; set; } = 1;

    public void Add(WindowText text)
    {
        texts.Add(text);
        text.Story = this;
        time = time.With(text);
    }

    public void Remove(WindowText text)
    {
        texts.Remove(text);
        time = texts.Aggregate(default(TimeSpanOfTexts), (all, one) => all.With(one));
    }

    /// <summary>Days between the other text and the time the story's texts span; 0 within it, null when either is not dated.</summary>
    public double? DaysTo(WindowText other) => time.DaysTo(default(TimeSpanOfTexts).With(other));
}
