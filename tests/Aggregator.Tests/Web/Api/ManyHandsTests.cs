using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Accounts;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Aggregator.Tests.Web.Api;

/// <summary>
/// Three people make random edits, moves and restores on one issue, a hundred each, a thousand with <c>LONG=1</c>, with the program started anew between them. Every word
/// bears a mark of its own, so that what was lost would be seen.
/// </summary>
public sealed partial class ManyHandsTests(ITestOutputHelper output)
{
    private const int People = 3;

    private static readonly int Rounds = Long.Of(2, 5), Turns = Long.Of(50, 200);

    [Fact]
    public async Task NothingIsLostWhoeverWritesWhere()
    {
        await using var site = await DeskSite.StartAsync();
        var keys = new List<string>();
        string issue;
        using (var first = await ApiCaller.MakeAsync(site, AccountRole.Publisher))
        {
            var publication = (await first.PostAsync("/publications", ApiDesk.Publication())).Is(201).Id;
            issue = (await first.PostAsync($"/publications/{publication}/issues", new { title = "Titre" })).Is(201).Id;
            for (var at = 0; at < 5; at++)
                (await first.PostAsync($"/issues/{issue}/sections", Section($"s0-{at}"), (await first.GetAsync($"/issues/{issue}")).ETag)).Is(201);
        }

        for (var at = 0; at < People; at++)
        {
            using var made = await ApiCaller.MakeAsync(site, AccountRole.Editor);
            keys.Add(made.Key!);
        }

        var hands = keys.Select((_, at) => new Hand(at + 1, issue)).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var callers = keys.Select(key => new ApiCaller(site.Address, key)).ToList();
            await Task.WhenAll(hands.Select((hand, at) => hand.WorkAsync(callers[at], Turns)));
            foreach (var caller in callers) caller.Dispose();
            await site.RestartAsync();
        }

        var rows = await site.QueryAsync(db => db.Revisions.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        var now = await site.QueryAsync(db => db.Issues.AsNoTracking().Include(row => row.Sections).SingleAsync());
        foreach (var one in rows.Where(row => row.SectionId is not null).GroupBy(row => row.SectionId!.Value)) Follow([.. one], hands, now.Sections.Find(section => section.PublicId == one.Key));
        var fields = rows.Where(row => row.SectionId is null).ToList();
        Assert.Equal(Enumerable.Range(1, fields.Count), fields.Select(row => row.Version));
        var order = now.Sections.OrderBy(section => section.Position).ToList();
        Assert.Equal(Enumerable.Range(0, order.Count), order.Select(section => section.Position));
        Assert.Equal(RevisionWords.Issue(fields[^1]).Order, order.Select(section => section.PublicId));
        Assert.Equal((fields.Count, RevisionWords.Issue(fields[^1]).Title), (now.Version, now.Title));
        // Each answer 200 or 201 is a revision, and each revision was answered.
        var done = hands.SelectMany(hand => hand.Done).ToList();
        Assert.Equal(done.Order(StringComparer.Ordinal), rows.Where(row => row.SectionId is not null && row.Id > 0).Select(Name).Except(Setting(rows)).Order(StringComparer.Ordinal));
        Assert.Equal(People * Rounds * Turns, hands.Sum(hand => hand.Turned));
        output.WriteLine($"{People * Rounds * Turns} turns: {string.Join(", ", hands.SelectMany(hand => hand.Counts).GroupBy(pair => pair.Key).Select(same => $"{same.Key} {same.Sum(pair => pair.Value)}"))}; {rows.Count} revisions.");
    }

    /// <summary>The five sections the test itself made.</summary>
    private static IEnumerable<string> Setting(IEnumerable<Revision> rows) => rows.Where(row => row.SectionId is not null).Take(5).Select(Name);

    private static string Name(Revision row) => row.Cause == RevisionCause.Removal ? $"{row.SectionId} removed" : $"{row.SectionId} v{row.Version}";

    /// <summary>From revision to revision: what an edit adds and takes is what its author said, and nothing else changed.</summary>
    private static void Follow(IReadOnlyList<Revision> rows, IReadOnlyList<Hand> hands, Section? stored)
    {
        var said = hands.SelectMany(hand => hand.Edits).ToDictionary(edit => edit.Name, StringComparer.Ordinal);
        var written = rows.Where(row => row.Cause != RevisionCause.Removal).ToList();
        Assert.Equal(Enumerable.Range(1, written.Count), written.Select(row => row.Version));
        for (var at = 1; at < written.Count; at++)
        {
            if (!said.TryGetValue(Name(written[at]), out var edit)) continue;
            var (before, after) = (Marks(RevisionWords.Section(written[at - 1]).Text), Marks(RevisionWords.Section(written[at]).Text));
            Assert.Equal(edit.Restored is null ? before.Except(edit.Taken).Append(edit.Given).Order(StringComparer.Ordinal) : Marks(edit.Restored).Order(StringComparer.Ordinal), after.Order(StringComparer.Ordinal));
        }

        if (stored is not null) Assert.Equal((written[^1].Version, written[^1].Content), (stored.Version, Aggregator.Storage.ColumnJson.Write(SectionSnapshot.Of(stored))));
        else Assert.Equal(RevisionCause.Removal, rows[^1].Cause);
    }

    private static List<string> Marks(string text) => [.. Mark().Matches(text).Select(match => match.Value)];

    private static object Section(string word) => new { title = "Section", blocks = new[] { Paragraph(word) } };

    private static object Paragraph(string text) => new { kind = "paragraph", spans = new[] { new { text } } };

    [GeneratedRegex("[sm][0-9]+-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    /// <summary>What one write was to do.</summary>
    /// <param name="Given">The mark it puts in.</param>
    /// <param name="Taken">The marks it takes out.</param>
    /// <param name="Restored">The text it brings back; null for an edit.</param>
    private sealed record Edit(string Name, string Given, IReadOnlyList<string> Taken, string? Restored = null);

    /// <summary>One of the people: remembers sections as seen last, so that most of what it saves is stale now and then.</summary>
    private sealed class Hand(int number, string issue)
    {
        private readonly Random random = new(number);
        private readonly Dictionary<string, (string? ETag, List<string> Paragraphs, string Title)> seen = [];
        private string? tag;
        private int mark;

        public List<Edit> Edits { get; } = [];

        public List<string> Done { get; } = [];

        public int Turned { get; private set; }

        public Dictionary<string, int> Counts { get; } = [];

        public async Task WorkAsync(ApiCaller caller, int turns)
        {
            for (var i = 0; i < turns; i++, Turned++)
            {
                if (seen.Count == 0 || random.Next(20) == 0) await LookAsync(caller);
                var id = seen.Keys.ElementAt(random.Next(seen.Count));
                await (random.Next(100) switch
                {
                    < 70 => EditAsync(caller, id),
                    < 80 => MoveAsync(caller, id),
                    < 90 => RestoreAsync(caller, id),
                    < 94 => AddAsync(caller),
                    < 96 when seen.Count > 3 => RemoveAsync(caller, id),
                    _ => NameAsync(caller),
                });
            }
        }

        private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;

        private async Task LookAsync(ApiCaller caller)
        {
            var now = (await caller.GetAsync($"/issues/{issue}")).Is(200);
            tag = now.ETag;
            seen.Clear();
            foreach (var section in now.Json.GetProperty("sections").EnumerateArray()) Remember(section);
        }

        private void Remember(JsonElement section) => seen[section.GetProperty("id").GetString()!] = (
            section.GetProperty("eTag").GetString(),
            [.. section.GetProperty("blocks").EnumerateArray().Select(block => string.Concat(block.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("text").GetString())))],
            section.GetProperty("title").GetString()!);

        private async Task EditAsync(ApiCaller caller, string id)
        {
            var word = $"m{number}-{++mark}";
            for (var tries = 0; tries < 20; tries++)
            {
                var (etag, paragraphs, title) = seen[id];
                var (changed, taken) = Change(paragraphs, word);
                var answer = await caller.PutAsync($"/sections/{id}", new { title, blocks = changed.Select(Paragraph) }, etag);
                if (answer.Status == 412 && answer.Json.TryGetProperty("merge", out var merge))
                {
                    Count("merged");
                    var second = await caller.PutAsync($"/sections/{id}", merge.GetRawText(), answer.ETag);
                    if (second.Status == 200) Taken(second, new(Name(second), word, taken));
                    if (second.Status == 200) return;
                    answer = second;
                }

                if (answer.Status == 404)
                {
                    await LookAsync(caller);
                    return;
                }

                if (answer.Status == 200)
                {
                    Count("edited");
                    Taken(answer, new(Name(answer), word, taken));
                    return;
                }

                answer.Is(412);
                Count("read again");
                Remember(answer.Json.GetProperty("current"));
            }

            Assert.Fail("Twenty times somebody else was faster.");
        }

        /// <summary>Words at the end of a paragraph, a paragraph more, or one in place of another.</summary>
        private (List<string> Paragraphs, List<string> Taken) Change(List<string> paragraphs, string word)
        {
            var changed = paragraphs.ToList();
            var at = random.Next(changed.Count + 1);
            if (at < changed.Count && (changed.Count > 12 || random.Next(4) == 0))
            {
                var taken = Marks(changed[at]);
                changed[at] = word;
                return (changed, taken);
            }

            if (at < changed.Count && random.Next(2) == 0) changed[at] += " " + word;
            else changed.Insert(at, word);
            return (changed, []);
        }

        private void Taken(ApiAnswer answer, Edit edit)
        {
            Remember(answer.Json);
            Edits.Add(edit);
            Done.Add(edit.Name);
        }

        private static string Name(ApiAnswer answer) => $"{answer.Json.GetProperty("id").GetString()} {answer.ETag!.Trim('"')}";

        private async Task MoveAsync(ApiCaller caller, string id)
        {
            for (var tries = 0; tries < 20; tries++)
            {
                var answer = await caller.PostAsync($"/sections/{id}:move", new { position = random.Next(seen.Count) }, tag);
                if (answer.Status == 412)
                {
                    tag = answer.ETag;
                    continue;
                }

                if (answer.Status == 200) (tag, _) = (answer.ETag, Counted("moved"));
                else Assert.True(answer.Status is 404 or 422, answer.Text);
                return;
            }
        }

        private bool Counted(string what)
        {
            Count(what);
            return true;
        }

        private async Task RestoreAsync(ApiCaller caller, string id)
        {
            var listed = (await caller.GetAsync($"/issues/{issue}/revisions?section={id}&limit=50")).Is(200).Json.GetProperty("items").EnumerateArray().Where(row => row.GetProperty("cause").GetString() != "removal").ToList();
            var row = listed[random.Next(listed.Count)].GetProperty("id").GetInt32();
            var words = (await caller.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/revisions/{row}"))).Is(200).Json.GetProperty("section").GetProperty("text").GetString()!;
            var answer = await caller.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/revisions/{row}:restore"), match: seen[id].ETag);
            if (answer.Status == 412)
            {
                Count("restore stale");
                // A section that was removed meanwhile: what is stale is the issue.
                if (answer.Json.GetProperty("current").TryGetProperty("sections", out _)) await LookAsync(caller);
                else Remember(answer.Json.GetProperty("current"));
                return;
            }

            if (answer.Is(200).Json.TryGetProperty("sections", out _)) return;
            Count("restored");
            Taken(answer, new(Name(answer), "", [], words));
        }

        private async Task AddAsync(ApiCaller caller)
        {
            var word = $"s{number}-{++mark}";
            for (var tries = 0; tries < 20; tries++)
            {
                var answer = await caller.PostAsync($"/issues/{issue}/sections", Section(word), tag);
                if (answer.Status == 412) tag = answer.ETag;
                else
                {
                    Count("added");
                    Remember(answer.Is(201).Json);
                    Done.Add(Name(answer));
                    return;
                }
            }
        }

        private async Task RemoveAsync(ApiCaller caller, string id)
        {
            var answer = await caller.SendAsync("DELETE", $"/sections/{id}", match: seen[id].ETag);
            if (answer.Status == 412)
            {
                Remember(answer.Json.GetProperty("current"));
                return;
            }

            if (answer.Status == 204)
            {
                Count("removed");
                Done.Add($"{id} removed");
            }
            else answer.Is(404);
            await LookAsync(caller);
        }

        private async Task NameAsync(ApiCaller caller)
        {
            var answer = await caller.PutAsync($"/issues/{issue}", new { title = $"Titre {number}-{++mark}" }, tag);
            if (answer.Status == 200) Count("named");
            tag = answer.ETag;
        }
    }
}
