namespace Aggregator.Reading.Articles.Layout;

/// <summary>Counts the letters and figures of sanitised HTML, and those that stand in links.</summary>
internal static class LinkedLetters
{
    /// <param name="html">Of our own making: tags are well formed, and every "&lt;" of the text is a reference.</param>
    public static (int Linked, int All) Of(string html)
    {
        int linked = 0, all = 0;
        var isLink = false;
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] == '<')
            {
                var rest = html.AsSpan(at);
                if (rest.StartsWith("<a ") || rest.StartsWith("<a>") || rest.StartsWith("</a>")) isLink = rest[1] != '/';
                at += Math.Max(0, rest.IndexOf('>'));
            }
            else if (char.IsLetterOrDigit(html[at]))
            {
                all++;
                if (isLink) linked++;
            }
        }

        return (linked, all);
    }
}
