using System.Reflection;
using System.Text.RegularExpressions;
using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;

namespace Aggregator.Tests;

/// <summary>The house as docs and design describe it: who may know whom.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The line, from left to right: a folder knows those before it.</summary>
    private static readonly string[] Line =
        ["Sources", "Fetching", "Archive", "Intake", "Stories", "Curation", "Publishing", "Sending", "Scheduling"];

    private static readonly string Service = Path.Combine(Shared.Repository, "src", "Aggregator");

    [Fact]
    public void EveryFolderOfTheServiceHasItsPlace() =>
        Assert.Empty(Folders(Service).Except([.. Line, "Accounts", "Storage"], StringComparer.Ordinal));

    [Fact]
    public void AFolderKnowsOnlyThoseBeforeIt()
    {
        var wrong = new List<string>();
        foreach (var (folder, file, text) in SourcesOf(Service))
            foreach (Match name in ServiceName().Matches(text))
                if (!MayKnow(folder, name.Groups["folder"].Value))
                    wrong.Add($"{file} names Aggregator.{name.Groups["folder"].Value}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void StorageNamesEntityTypesOnly()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        var entities = db.Model.GetEntityTypes().Select(entity => entity.ClrType).ToHashSet();
        var storage = SourcesOf(Service).Where(source => source.Folder == "Storage" && !source.File.Contains("Migrations", StringComparison.Ordinal))
            .Select(source => (source.File, Words: Words(source.Text).ToHashSet(StringComparer.Ordinal))).ToList();
        var wrong = new List<string>();
        foreach (var type in typeof(AggregatorDb).Assembly.GetTypes().Where(type => FolderOf(type) is { } folder && Line.Contains(folder)))
            if (!entities.Contains(type) && !entities.Any(entity => entity.GetProperties().Any(property => Mentions(property.PropertyType, type))))
                wrong.AddRange(storage.Where(source => source.Words.Contains(type.Name.Split('`')[0])).Select(source => $"{source.File} names {type.FullName}"));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void ReadingKnowsAngleSharpAndTheFrameworkOnly() => Assert.All(
        typeof(UrlKey).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!),
        name => Assert.True(name == "AngleSharp" || name == "netstandard" || name.StartsWith("System.", StringComparison.Ordinal), name));

    [Fact]
    public void TheServiceDoesNotKnowTheProgram()
    {
        Assert.DoesNotContain(typeof(Settings).Assembly.GetName().Name, typeof(AggregatorDb).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));
        Assert.DoesNotContain("Aggregator", typeof(UrlKey).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));
    }

    /// <summary>By what was compiled: pages and components included, and whatever the source calls it.</summary>
    [Fact]
    public void OneClientLeavesTheMachine()
    {
        var uses = new[] { typeof(UrlKey), typeof(AggregatorDb), typeof(Settings) }.SelectMany(type => NetworkUse.In(type.Assembly.Location));

        Assert.Equal<string>(
            [
                "Aggregator.Fetching.Fetcher → System.Net.Http.HttpMessageInvoker", "Aggregator.Fetching.Fetcher → System.Net.Http.SocketsHttpHandler",
                "Aggregator.Fetching.NetworkDoor → System.Net.Sockets.Socket",
            ],
            uses.ToList());
    }

    [Fact]
    public void ForeignHtmlHasOneDoor()
    {
        var parsers = SourcesOf(Path.Combine(Shared.Repository, "src")).Where(source => HtmlParsing().IsMatch(source.Text)).Select(source => source.File);

        Assert.Equal([Path.Combine("Aggregator.Reading", "Html", "SafeHtml.cs")], parsers.Select(file => Path.GetRelativePath(Path.Combine(Shared.Repository, "src"), file)));
    }

    [Fact]
    public void NoTypeHasTheNameOfAFolder()
    {
        Assembly[] ours = [typeof(UrlKey).Assembly, typeof(AggregatorDb).Assembly, typeof(Settings).Assembly];
        var folders = ours.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Namespace).OfType<string>()
            .Where(space => space.StartsWith("Aggregator", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

        var wrong = ours.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsNested && folders.Contains($"{type.Namespace}.{type.Name}"));

        Assert.Empty(wrong);
    }

    private static bool MayKnow(string folder, string other) =>
        other == folder || other is "Reading" or "Accounts" or "Storage"
        || (folder == "Storage" && other is "Sources" or "Archive" or "Stories" or "Curation" or "Sending")
        || Array.IndexOf(Line, other) is >= 0 and var place && place < Array.IndexOf(Line, folder);

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static string? FolderOf(Type type) => type.Namespace?.Split('.') is ["Aggregator", var folder, ..] ? folder : null;

    private static bool Mentions(Type type, Type other) => type == other || Array.Exists(type.GetGenericArguments(), argument => Mentions(argument, other));

    private static IEnumerable<string> Folders(string path) =>
        Directory.GetDirectories(path).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj"));

    private static IEnumerable<(string Folder, string File, string Text)> SourcesOf(string path) =>
        from folder in Folders(path)
        from file in Directory.EnumerateFiles(Path.Combine(path, folder), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select (folder, file, Comment().Replace(System.IO.File.ReadAllText(file), ""));

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\bAggregator\.(?<folder>[A-Z]\w+)(?=[.;])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ServiceName();

    /// <summary>Making a parser, or having one made: assigning markup parses it without any bound.</summary>
    [GeneratedRegex(@"\b(?:HtmlParser|BrowsingContext)\b\s*\(|\bBrowsingContext\.New\b|\b(?:InnerHtml|OuterHtml)\s*=[^=>]|\.Insert\(AdjacentPosition", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HtmlParsing();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();
}
