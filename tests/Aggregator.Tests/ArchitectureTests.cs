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

    /// <summary>The web floor, from the ground up.</summary>
    private static readonly string[] Floors = ["Host", "Shared", "Features", "Demo", "Commands"];

    private static readonly string Source = Path.Combine(Shared.Repository, "src");
    private static readonly string Service = Path.Combine(Source, "Aggregator");

    private static readonly Assembly[] Ours = [typeof(UrlKey).Assembly, typeof(AggregatorDb).Assembly, typeof(Settings).Assembly];

    /// <summary>Who names whom, by namespace: what was compiled, and, for constants, which leave no trace there, what the sources bring in.</summary>
    private static readonly Lazy<IReadOnlyList<(string User, string Used, string What)>> Uses = new(() =>
    [
        .. Ours.SelectMany(TypeUses.In).Select(use => (use.User.Namespace!, use.Used.Namespace!, $"{use.User.FullName} names {use.Used.FullName}")),
        .. from source in SourcesOf(Source)
           let space = Space().Match(source.Text).Groups["space"].Value
           where space.Length > 0
           from Match brought in Using().Matches(source.Text)
           select (space, brought.Groups["space"].Value, $"{source.File} brings in {brought.Groups["space"].Value}"),
    ]);

    [Fact]
    public void EveryFolderOfTheServiceHasItsPlace() =>
        Assert.Empty(Folders(Service).Except([.. Line, "Accounts", "Storage"], StringComparer.Ordinal));

    [Fact]
    public void AFolderKnowsOnlyThoseBeforeIt() => AssertNone(
        from use in Uses.Value
        where Parts(use.User) is ["Aggregator", var user, ..] && (Line.Contains(user) || user is "Accounts" or "Storage")
            && Parts(use.Used) is ["Aggregator", var used, ..] && !MayKnow(user, used)
        select use.What);

    [Fact]
    public void TheWebFloorStandsOnHost() => AssertNone(
        from use in Uses.Value
        where Parts(use.User) is ["Aggregator", "Web", var user, ..] && Parts(use.Used) is ["Aggregator", "Web", var used, ..] && Array.IndexOf(Floors, used) > Array.IndexOf(Floors, user)
        select use.What);

    [Fact]
    public void EveryFolderOfTheWebFloorHasItsPlace() =>
        Assert.Empty(Folders(Path.Combine(Source, "Aggregator.Web")).Except([.. Floors, "editor", "wwwroot", "Properties"], StringComparer.Ordinal));

    /// <summary>Of folders side by side, on every level of every project, none comes back to itself by what it names.</summary>
    [Fact]
    public void NoFoldersGoRound()
    {
        var round = new List<string>();
        foreach (var parent in Uses.Value.SelectMany(use => new[] { use.User, use.Used }).SelectMany(Ancestors).Distinct(StringComparer.Ordinal))
        {
            var depth = Parts(parent).Length;
            var known = (from use in Uses.Value
                         where IsBelow(use.User, parent) && IsBelow(use.Used, parent) && !(parent == "Aggregator" && Parts(use.User)[1] == "Storage")
                         select (User: Parts(use.User)[depth], Used: Parts(use.Used)[depth])).Where(pair => pair.User != pair.Used).ToLookup(pair => pair.User, pair => pair.Used);
            round.AddRange(known.Select(folder => folder.Key).Where(folder => Reached(folder, known).Contains(folder)).Select(folder => $"{parent}.{folder} knows {string.Join(", ", known[folder].Distinct(StringComparer.Ordinal))}"));
        }

        Assert.True(round.Count == 0, string.Join('\n', round));
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
        var uses = Ours.SelectMany(assembly => NetworkUse.In(assembly.Location));

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
        var parsers = SourcesOf(Source).Where(source => HtmlParsing().IsMatch(source.Text)).Select(source => source.File);

        Assert.Equal([Path.Combine("Aggregator.Reading", "Html", "SafeHtml.cs")], parsers.Select(file => Path.GetRelativePath(Source, file)));
    }

    [Fact]
    public void NoTypeHasTheNameOfAFolder()
    {
        var folders = Ours.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Namespace).OfType<string>()
            .Where(space => space.StartsWith("Aggregator", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

        var wrong = Ours.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsNested && folders.Contains($"{type.Namespace}.{type.Name}"));

        Assert.Empty(wrong);
    }

    private static bool MayKnow(string folder, string other) =>
        other == folder || other is "Reading" or "Accounts" or "Storage"
        || (folder == "Storage" && other is "Sources" or "Archive" or "Stories" or "Curation" or "Sending")
        || Array.IndexOf(Line, other) is >= 0 and var place && place < Array.IndexOf(Line, folder);

    private static void AssertNone(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));

    private static string[] Parts(string space) => space.Split('.');

    private static bool IsBelow(string space, string parent) => space.StartsWith(parent + '.', StringComparison.Ordinal);

    private static IEnumerable<string> Ancestors(string space) => Parts(space).Select((_, at) => string.Join('.', Parts(space).Take(at)));

    private static HashSet<string> Reached(string from, ILookup<string, string> known)
    {
        var (reached, next) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>(known[from]));
        while (next.TryPop(out var folder))
            if (reached.Add(folder))
                foreach (var further in known[folder]) next.Push(further);
        return reached;
    }

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

    [GeneratedRegex(@"^namespace (?<space>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Space();

    [GeneratedRegex(@"^using (static )?(?<space>Aggregator[\w.]*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Using();

    /// <summary>Making a parser, or having one made: assigning markup parses it without any bound.</summary>
    [GeneratedRegex(@"\b(?:HtmlParser|BrowsingContext)\b\s*\(|\bBrowsingContext\.New\b|\b(?:InnerHtml|OuterHtml)\s*=[^=>]|\.Insert\(AdjacentPosition", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HtmlParsing();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();
}
