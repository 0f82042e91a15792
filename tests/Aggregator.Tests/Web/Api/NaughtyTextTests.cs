using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web.Api;

/// <summary>Every text field of the API keeps a text and gives it back unchanged, or refuses it in words that name the field.</summary>
public sealed class NaughtyTextTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    /// <summary>Each text as JSON writes it: some are no text at all. Every eighth, with <c>LONG=1</c> all.</summary>
    private static readonly Lazy<IReadOnlyList<(string Id, string Json)>> Texts = new(() =>
        [.. File.ReadLines(Shared.Path("corpus", "hostile", "naughty.jsonl")).Where((_, at) => at % Long.Of(8, 1) == 0).Select(line =>
    {
        using var row = JsonDocument.Parse(line);
        return (row.RootElement.GetProperty("id").GetString()!, row.RootElement.GetProperty("text").GetRawText());
    })]);

    [SharedFact]
    public async Task OfAnIssue()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var path = $"/issues/{draft.Id}";
        await WalkAsync(
            ["title", "intro", "closing", "bylines[0].name", "bylines[0].role", "bylines[0].division"], fixture.Editor, path, path, """{"title": "T", "intro": "I", "closing": "C", "bylines": [{"name": "N", "role": "R", "division": "D"}]}""");
    }

    [SharedFact]
    public async Task OfASection()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1), draft.ETag)).Is(201).Location!;
        await WalkAsync(
            [
                "title", "kind", "blocks[0].spans[0].text", "blocks[0].spans[1].text", "blocks[0].spans[1].marks[0].speaker", "blocks[0].spans[1].marks[0].role", "blocks[0].spans[1].marks[0].evidence.reason",
                "blocks[0].spans[1].marks[0].translation.original", "blocks[0].spans[2].marks[0].source", "blocks[0].spans[2].marks[0].author", "blocks[0].spans[2].marks[0].wording", "blocks[1].items[0][0].text",
                "blocks[2].image.alt", "blocks[2].image.caption", "blocks[2].image.credit", "blocks[2].image.rights", "signOff[0].text",
            ],
            fixture.Contributor, section, section,
            """
            {"title": "T", "kind": "k", "signOff": [{"text": "S"}], "blocks": [
              {"kind": "paragraph", "spans": [{"text": "a"}, {"text": "b", "marks": [{"kind": "quote", "speaker": "s", "role": "r", "evidence": {"kind": "none", "reason": "w"}, "translation": {"from": "de", "original": "o"}}]},
                {"text": "c", "marks": [{"kind": "credit", "source": "s", "author": "a", "wording": "w"}]}]},
              {"kind": "list", "items": [[{"text": "i"}]]},
              {"kind": "image", "image": {"url": "https://press.example/i.png", "alt": "a", "caption": "c", "credit": "c", "rights": "r"}}]}
            """);
    }

    [SharedFact]
    public async Task OfAPublication()
    {
        var path = $"/publications/{await fixture.Desk.PublicationAsync()}";
        await WalkAsync(
            ["title", "description", "senderName", "house.template[0].kind", "house.template[0].title", "house.topics[0]", "house.glossary[0].write", "house.glossary[0].not[0]"], fixture.Publisher, path, path,
            """
            {"title": "T", "description": "D", "language": "fr", "timeZone": "Europe/Paris", "senderName": "N", "senderAddress": "a@social.example", "house": {"template": [{"kind": "k", "title": "t"}], "topics": ["t"],
             "glossary": [{"write": "w", "not": ["n"]}], "creditWordings": ["selon {source}"]}}
            """);
    }

    [SharedFact]
    public async Task OfASourceAndItsRights()
    {
        await WalkAsync(["name", "topics[0]"], fixture.Administrator, "/sources/1", "/sources/1", $$"""{"url": "{{fixture.Press.Url("/one")}}", "name": "N", "topics": ["t"]}""");
        await WalkAsync(["licence", "images"], fixture.Publisher, "/sources/2/rights", "/sources/2/rights", """{"licence": "L", "images": "I"}""");
    }

    [SharedFact]
    public async Task OfAnArticlesDesk() => await WalkAsync(["tags[0]"], fixture.Contributor, "/articles/1/desk", "/articles/1/desk", """{"tags": ["t"]}""");

    [SharedFact]
    public async Task OfWhatIsAddedOneByOne()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        await AddAsync("text", fixture.Contributor, $"/issues/{draft.Id}/comments", "{}");
        await AddAsync("text", fixture.Contributor, "/articles/2/notes", "{}");
        await AddAsync("name", fixture.Editor, $"/issues/{draft.Id}/guests", "{}");
        await AddAsync("name", fixture.Contributor, "/searches", """{"query": "Marseille"}""", drop: "/searches");
        await AddAsync("query", fixture.Contributor, "/searches", """{"name": "N"}""", drop: "/searches");
        await AddAsync("name", fixture.Contributor, "/keys", "{}", drop: "/keys");
        await AddAsync("name", fixture.Administrator, "/users", """{"role": "contributor", "mail": "Un texte@revue.example"}""", isUnique: true);
        await AddAsync("title", fixture.Contributor, "/articles", """{"way": "print", "outlet": "La Feuille", "text": "Un texte assez long pour être un article, avec des mots qui se suivent."}""", read: answer => $"/articles/{answer.Id}", isUnique: true);
    }

    [SharedFact]
    public async Task OfReasonsAndNotes()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var tag = (await fixture.Editor.PostAsync($"/issues/{draft.Id}:submit", match: draft.ETag)).Is(200).ETag;
        foreach (var (id, json) in Texts.Value)
        {
            var answer = await fixture.Publisher.PostAsync($"/issues/{draft.Id}:reject", $$"""{"note": {{json}}}""", tag);
            if (answer.Status == 422)
            {
                answer.IsFault("note", "");
                continue;
            }

            tag = (await fixture.Editor.PostAsync($"/issues/{draft.Id}:submit", match: answer.Is(200).ETag)).Is(200).ETag;
            Assert.Equal((id, Plain(json)), (id, (await fixture.Editor.GetAsync($"/issues/{draft.Id}/transitions")).Json.GetProperty("items").EnumerateArray().Last(row => row.GetProperty("verb").GetString() == "reject").GetProperty("note").GetString()));
        }
    }

    [SharedFact]
    public async Task OfQueries()
    {
        foreach (var (id, json) in Texts.Value.Where(text => Plain(text.Json) is not null))
        {
            var answer = await fixture.Contributor.GetAsync($"/articles?limit=1&q={Uri.EscapeDataString(Plain(json)![..Math.Min(500, Plain(json)!.Length)])}");
            Assert.True(answer.Status is 200 or 422, $"{id}: {answer.Status} {answer.Text}");
        }
    }

    /// <summary>Puts each text into all fields at once; when that is refused, into one after the other.</summary>
    private static async Task WalkAsync(string[] fields, ApiCaller caller, string write, string read, string usual)
    {
        var tag = (await caller.GetAsync(read)).Is(200).ETag;
        foreach (var (id, json) in Texts.Value)
        {
            var all = await caller.PutAsync(write, With(usual, fields, json), tag);
            if (all.Status == 200) tag = Given(id, fields, json, (await caller.GetAsync(read)).Is(200));
            else
            {
                Assert.True(all.Status == 422, $"{id}: {all.Status} {all.Text}");
                foreach (var field in fields)
                {
                    var one = await caller.PutAsync(write, With(usual, [field], json), tag);
                    if (one.Status == 200) tag = Given(id, [field], json, (await caller.GetAsync(read)).Is(200));
                    else
                    {
                        one.IsProblem(422, "");
                        var named = Assert.Single(one.Json.GetProperty("errors").EnumerateObject()).Name;
                        Assert.True(field.StartsWith(named, StringComparison.Ordinal) || named.StartsWith(field, StringComparison.Ordinal) || field.Split('.')[0].StartsWith(named.Split(['.', '['])[0], StringComparison.Ordinal), $"{id}: {field} is refused as {named}");
                        Assert.True(one.Detail.Length > named.Length + 10, one.Detail);
                    }
                }
            }
        }
    }

    private static async Task AddAsync(string field, ApiCaller caller, string path, string usual, Func<ApiAnswer, string>? read = null, string? drop = null, bool isUnique = false)
    {
        foreach (var (id, json) in isUnique ? Texts.Value.Where((_, at) => at % 4 == 0) : Texts.Value)
        {
            var body = With(usual, [field], json);
            // Two clips with the same words are one article, two accounts have no address in common: each gets a word of its own.
            var answer = await caller.PostAsync(path, !isUnique ? body : body.Replace("Un texte@", $"{id}@", StringComparison.Ordinal).Replace("Un texte", $"Un texte {id}", StringComparison.Ordinal));
            if (answer.Status == 422) answer.IsFault(field, "");
            else
            {
                Assert.True(answer.Status == 201, $"{id}: {answer.Status} {answer.Text}");
                Given(id, [field], json, read is null ? answer : (await caller.GetAsync(read(answer))).Is(200));
                if (drop is not null) (await caller.SendAsync("DELETE", $"{drop}/{answer.Id}")).Is(204);
            }
        }
    }

    private static string? Given(string id, IEnumerable<string> fields, string json, ApiAnswer answer)
    {
        foreach (var field in fields)
            Assert.True(Plain(json) == (At(JsonNode.Parse(answer.Text)!, field)?.GetValue<string>() ?? ""), $"{id}: {field} was given back otherwise: {answer.Text[..Math.Min(400, answer.Text.Length)]}");
        return answer.ETag;
    }

    /// <summary>The body with a text in its fields, written as JSON wrote it.</summary>
    private static string With(string usual, IEnumerable<string> fields, string json)
    {
        const string Mark = "@text@";
        var body = JsonNode.Parse(usual)!;
        foreach (var field in fields)
        {
            var cut = field.LastIndexOfAny(['.', '[']);
            var parent = cut <= 0 ? body : At(body, field[..cut])!;
            if (field[^1] == ']') parent[int.Parse(field[(cut + 1)..^1], CultureInfo.InvariantCulture)] = Mark;
            else parent[field[(cut + 1)..]] = Mark;
        }

        return body.ToJsonString().Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }

    private static JsonNode? At(JsonNode node, string path)
    {
        JsonNode? now = node;
        foreach (var part in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
            now = part[0] == '[' ? now![int.Parse(part[1..^1], CultureInfo.InvariantCulture)] : now?[part];
        return now;
    }

    /// <summary>The text; null when it is none, with half a surrogate pair in it.</summary>
    private static string? Plain(string json)
    {
        try
        {
            return JsonDocument.Parse(json).RootElement.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
