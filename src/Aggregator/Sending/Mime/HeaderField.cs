namespace Aggregator.Sending.Mime;

/// <summary>One field of the head, put together from words, broken between words so that lines stay short (RFC 5322 §2.2.3).</summary>
internal sealed class HeaderField(MailBuffer mail)
{
    /// <summary>RFC 2047 §2 allows a line that holds an encoded word 76 characters; RFC 5322 would prefer 78 at most.</summary>
    private const int LineLength = 76;

    private int column;

    /// <summary>Nothing stands after the name yet. The first word never goes to a line of its own: some readers take the field for empty.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Characters that a further word may have without a new line.</summary>
    public int Room => LineLength - column - 1;

    public void Begin(string name)
    {
        mail.Ascii(name);
        mail.Ascii(":");
        column = name.Length + 1;
        IsEmpty = true;
    }

    /// <param name="word">Printable ASCII that must not be broken.</param>
    public void Word(ReadOnlySpan<char> word)
    {
        if (!IsEmpty && word.Length > Room)
        {
            mail.Line();
            column = 0;
        }

        mail.Ascii(" ");
        mail.Ascii(word);
        column += word.Length + 1;
        IsEmpty = false;
    }

    /// <param name="text">Printable ASCII that may be broken at its spaces.</param>
    public void Words(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(' '))
            if (!text[range].IsEmpty) Word(text[range]);
    }

    public void End() => mail.Line();
}
