using System.Reflection;

namespace Aggregator.Reading.Text;

/// <summary>Names that French and English write differently (exonyms.txt): a source in the other language is a source. Pure.</summary>
public static class Exonyms
{
    /// <summary>What a feminine or a plural adds to a form.</summary>
    private static readonly string[] Endings = ["", "s", "e", "es"];

    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private static readonly Dictionary<string, HashSet<string>> Forms = Read();

    /// <summary>The forms of a folded word ("pays-bas" or "pays bas"), itself among them; empty when there are none.</summary>
    public static IReadOnlySet<string> Of(string form)
    {
        foreach (var ending in Endings)
        {
            if (form.EndsWith(ending, StringComparison.Ordinal) && Forms.TryGetValue(form[..^ending.Length], out var forms)) return forms;
        }

        return None;
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        var forms = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("exonyms.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var group = line.Split(' ').SelectMany(form => new[] { form, form.Replace('-', ' ') }).ToHashSet(StringComparer.Ordinal);
            foreach (var form in group)
            {
                if (!forms.TryGetValue(form, out var others)) forms[form] = others = new(StringComparer.Ordinal);
                others.UnionWith(group);
            }
        }

        return forms;
    }
}
