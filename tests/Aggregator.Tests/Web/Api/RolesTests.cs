using System.Text.RegularExpressions;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Tests.Web.Api;

/// <summary>Each endpoint is open to the role it declares and those above, and the description is what they declare.</summary>
public sealed partial class RolesTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    public static IEnumerable<object[]> Endpoints => ProgramEndpoints.Api.Select(rule => new object[] { rule.Method, rule.Path });

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task EachEndpointIsOpenToItsRoleAndTheOnesAboveOnly(string method, string path)
    {
        var rule = ProgramEndpoints.Api.Single(r => r.Method == method && r.Path == path);
        var address = Filled(path);

        (await fixture.Nobody.SendAsync(method, address, BodyOf(method), type: TypeOf(path))).IsProblem(401, "Authorization: Bearer");
        // A guest's link opens one draft, and is no key to anything else.
        (await fixture.Guest.SendAsync(method, address, BodyOf(method), type: TypeOf(path))).IsProblem(401, "Authorization: Bearer");
        foreach (var role in Enum.GetValues<AccountRole>())
        {
            var answer = await fixture.Desk.Of(role).SendAsync(method, address, BodyOf(method), type: TypeOf(path));
            if (role < rule.Least) answer.IsProblem(403, rule.Least.ToString().ToLowerInvariant());
            else Assert.False(answer.Status is 401 or 403 or >= 500, $"{role} {method} {path}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public void EveryEndpointSaysWhatItAnswersAndHasAnExampleOfIt()
    {
        // As strict as the program itself: a field that is not in the type, or no longer, fails.
        var json = fixture.Site.Get<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        foreach (var rule in ProgramEndpoints.Api)
        {
            var example = ApiExamples.Of(rule);
            Assert.True(example is not null, $"{rule.Name} has no example: record them anew (docs/api.md).");
            var answer = rule.Answer;
            Assert.True(answer.Body is null == example.Answer is null, $"{rule.Name}: the example has {(example.Answer is null ? "no" : "an")} answer.");
            if (answer is { Body: { } type, Type: "application/json" }) Assert.NotNull(System.Text.Json.JsonSerializer.Deserialize(example.Answer!, type, json));
        }
    }

    [Fact]
    public async Task TheDescriptionHasAnExampleOfEveryBody()
    {
        var description = (await fixture.Nobody.GetAsync("//openapi/v1.json")).Is(200).Json;
        foreach (var operation in description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))))
        {
            if (operation.Value.TryGetProperty("requestBody", out var body))
                foreach (var content in body.GetProperty("content").EnumerateObject()) Assert.True(content.Value.TryGetProperty("example", out _), $"{operation.Name}: the request has no example");
            foreach (var answer in operation.Value.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] == '2' && answer.Value.TryGetProperty("content", out _)))
                foreach (var content in answer.Value.GetProperty("content").EnumerateObject())
                {
                    Assert.True(content.Value.TryGetProperty("example", out _), $"{operation.Name}: the answer has no example");
                    Assert.True(content.Value.TryGetProperty("schema", out _), $"{operation.Name}: the answer has no schema");
                }

            Assert.Contains("429", operation.Value.GetProperty("responses").EnumerateObject().Select(answer => answer.Name));
        }
    }

    [Fact]
    public async Task EveryExampleIsAsItsSchemaSays()
    {
        var book = new SchemaBook((await fixture.Nobody.GetAsync("//openapi/v1.json")).Is(200).Json);

        Assert.Empty(book.WrongExamples());
    }

    [Theory]
    [InlineData("""{"type": "object", "required": ["a"]}""", """{}""", "$.a is missing")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": ["null", "integer"]}}}""", """{"a": 1.5}""", "$.a is Number")]
    [InlineData("""{"additionalProperties": false, "properties": {"a": {}}}""", """{"b": 1}""", "$.b is not described")]
    [InlineData("""{"items": {"$ref": "#/components/schemas/Day"}}""", """["monday", "doomsday"]""", "$[1] is doomsday")]
    [InlineData("""{"oneOf": [{"type": "null"}, {"type": "string", "format": "date-time"}]}""", "\"tomorrow\"", "$ fits 0")]
    [InlineData("""{"type": "string", "pattern": "^a"}""", "\"b\"", "does not match")]
    public void TheCheckFindsWhatIsWrong(string schema, string value, string fault)
    {
        using var document = System.Text.Json.JsonDocument.Parse("""{"components": {"schemas": {"Day": {"enum": ["monday", "tuesday"]}}}}""");
        using var rule = System.Text.Json.JsonDocument.Parse(schema);
        using var held = System.Text.Json.JsonDocument.Parse(value);

        Assert.Contains(fault, Assert.Single(new SchemaCheck(document.RootElement).FaultsOf(rule.RootElement, held.RootElement)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDescriptionListsEveryEndpoint()
    {
        var description = (await fixture.Nobody.GetAsync("//openapi/v1.json")).Is(200).Json;

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var described = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}")).Order(StringComparer.Ordinal);
        Assert.Equal(ProgramEndpoints.Api.Select(rule => $"{rule.Method} {ApiHost.Root}{Plain(rule.Path)}").Order(StringComparer.Ordinal), described);
        foreach (var rule in ProgramEndpoints.Api)
        {
            var operation = description.GetProperty("paths").GetProperty(ApiHost.Root + Plain(rule.Path)).GetProperty(rule.Method.ToLowerInvariant());
            Assert.Equal(rule.Summary, operation.GetProperty("summary").GetString());
            Assert.Equal(rule.NeedsMatch, operation.TryGetProperty("parameters", out var parameters) && parameters.ToString().Contains("If-Match", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "/openapi/v1.json")]
    [InlineData("GET", "/nothing.json", 404, "/openapi/v1.json")]
    [InlineData("PATCH", "/publications", 405, "GET, POST")]
    [InlineData("GET", "/issues/5", 404, "/openapi/v1.json")]
    public async Task WhatIsNotThereIsSaidToThoseWhoMayKnow(string method, string path, int status, string words)
    {
        (await fixture.Nobody.SendAsync(method, path)).IsProblem(401, "API key");
        (await fixture.Contributor.SendAsync(method, path)).IsProblem(status, words);
    }

    [Fact]
    public async Task AWrongKeyIsNoKey()
    {
        using var caller = new ApiCaller(fixture.Site.Address, "sr_wrong");

        (await caller.GetAsync("/sources")).IsProblem(401, "API key");
    }

    [Fact]
    public async Task ABrowserSessionMustShowTheFormToken()
    {
        await using var site = await DeskSite.StartAsync(fixture.Press.Url("/one"));
        using var editor = await site.SignUpAsync();

        using var seen = await editor.GetAsync("/api/v1/sources");
        using var changed = await editor.PostAsync("/api/v1/sources/1:refresh", ("_", ""));

        Assert.Equal((200, 403), ((int)seen.StatusCode, (int)changed.StatusCode));
        Assert.Contains("anti-forgery", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>An address where nothing is, so that nothing is changed.</summary>
    private static string Filled(string path) => Place().Replace(path, place => place.Groups["kind"].Value switch { "int" => "999999", "guid" => Guid.Empty.ToString(), _ => "text" });

    [GeneratedRegex(@"\{\w+(:(?<kind>int|guid))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    private static string Plain(string path) => path.Replace(":int}", "}", StringComparison.Ordinal).Replace(":guid}", "}", StringComparison.Ordinal);

    private static string TypeOf(string path) => path == "/opml" ? "text/x-opml" : "application/json";

    private static string? BodyOf(string method) => method is "POST" or "PUT" ? "{}" : null;
}
