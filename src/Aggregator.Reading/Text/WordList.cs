using System.Reflection;

namespace Aggregator.Reading.Text;

/// <summary>An embedded list of words: "[name]" opens a section, "#" a remark, everything else is an entry.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    /// <summary>Reads the list of that file name; a list that is missing is our own mistake and throws.</summary>
    public static WordList Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no list {name}.");
        using var reader = new StreamReader(stream);
        var list = new WordList();
        List<string>? section = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line is ['[', .. var title, ']']) list.sections[title] = section = [];
            else (section ?? throw new InvalidOperationException($"{name} has an entry before its first section.")).Add(line);
        }

        return list;
    }

    /// <summary>The entries of a section in order; none when the list has no such section.</summary>
    public IReadOnlyList<string> this[string section] => sections.GetValueOrDefault(section, []);

    /// <summary>A section as one text, its lines parted by a sign. Throws when the list has no such section.</summary>
    public string Text(string section, char sign = ' ') => string.Join(sign, sections[section]);
}
