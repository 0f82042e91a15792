using System.Text;

namespace Aggregator.Web.Demo;

/// <summary>The files of the demo, which travel inside the program.</summary>
internal static class DemoResource
{
    /// <summary>The texts of a folder (<c>articles</c>, <c>issues</c>, <c>styles</c>) in the order of their names.</summary>
    public static IEnumerable<string> AllOf(string folder) =>
        typeof(DemoResource).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"demo/{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read);

    /// <param name="name">Folder and file, such as <c>styles/news.css</c>.</param>
    public static string Text(string name) => Read($"demo/{name}");

    private static string Read(string name)
    {
        using var stream = typeof(DemoResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
