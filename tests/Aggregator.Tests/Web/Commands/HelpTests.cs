using System.CommandLine;
using System.CommandLine.Help;
using Aggregator.Web.Commands;
using Aggregator.Web.Host;

namespace Aggregator.Tests.Web.Commands;

/// <summary>The help of every verb, as the tree of verbs gives it.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. Tree(CommandLine.Root(), "").Select(verb => verb.Path)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task AVerbSaysWhatItDoesAndWhatEachOfItsWordsMeans(string path)
    {
        var root = CommandLine.Root();
        var verb = Tree(root, "").Single(found => found.Path == path).Verb;
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exit = await root.Parse($"{path} --help").InvokeAsync(new() { Output = output, Error = errors });

        Assert.Equal((0, ""), (exit, errors.ToString()));
        var help = output.ToString();
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        AssertSays(verb.Description, help);
        foreach (var option in verb.Options.Where(option => option is not (HelpOption or VersionOption)))
        {
            Assert.Contains(option.Name, help, StringComparison.Ordinal);
            AssertSays(option.Description, help);
        }

        Assert.All(verb.Arguments, argument => AssertSays(argument.Description, help));
        Assert.All(verb.Subcommands, sub => AssertSays(sub.Description, help));
        if (verb is not RootCommand) AssertSays(Settings.Set.Description, help);
    }

    [Fact]
    public void TheTreeHasTheVerbsOfTheReadme()
    {
        var verbs = Tree(CommandLine.Root(), "").Select(verb => verb.Path).ToList();

        Assert.Superset(
            new HashSet<string>(["", "serve", "demo", "refresh", "inspect feed", "inspect discover", "import opml", "import feeds", "import subscribers", "export feeds", "issue render", "issue send", "user add", "key add", "db check"], StringComparer.Ordinal),
            verbs.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>A sentence stands in the help; the help may break its lines anywhere.</summary>
    private static void AssertSays(string? sentence, string help)
    {
        Assert.False(string.IsNullOrWhiteSpace(sentence), help);
        Assert.Contains(Letters(sentence), Letters(help), StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<(string Path, Command Verb)> Tree(Command verb, string path) =>
        verb.Subcommands.SelectMany(sub => Tree(sub, $"{path} {sub.Name}".Trim())).Prepend((path, verb));
}
