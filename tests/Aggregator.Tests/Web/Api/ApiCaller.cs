using System.Net;
using System.Text;
using System.Text.Json;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;

namespace Aggregator.Tests.Web.Api;

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Code, string Text, string? Type, string? ETag, string? Location)
{
    public int Status => (int)Code;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Id => Json.GetProperty("id").ToString();

    /// <summary>The sentence of a problem.</summary>
    public string Detail => Json.GetProperty("detail").GetString()!;

    public string Of(string property) => Json.GetProperty(property).ToString();

    public ApiAnswer Is(int status)
    {
        Assert.True(Status == status, $"{status} expected: {Status} {Text}");
        return this;
    }

    /// <summary>A problem with this status, whose sentence holds these words.</summary>
    public ApiAnswer IsProblem(int status, string words)
    {
        Is(status);
        Assert.Equal("application/problem+json", Type);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(Json.GetProperty("title").GetString()));
        Assert.Contains(words, Detail, StringComparison.Ordinal);
        return this;
    }

    /// <summary>A 422 that names the field.</summary>
    public ApiAnswer IsFault(string field, string words)
    {
        IsProblem(422, words);
        Assert.Equal(field, Assert.Single(Json.GetProperty("errors").EnumerateObject()).Name);
        return this;
    }
}

/// <summary>A program that calls the API with a key, or without one.</summary>
internal sealed class ApiCaller : IDisposable
{
    private readonly HttpClient client;

    public ApiCaller(Uri address, string? key)
    {
        Key = key;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }, disposeHandler: true) { BaseAddress = address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    /// <summary>What it calls with.</summary>
    public string? Key { get; }

    /// <summary>An account with this role and a key for it, as <c>key add</c> writes it.</summary>
    public static async Task<ApiCaller> MakeAsync(DeskSite site, AccountRole role)
    {
        var key = ApiKeyHandler.NewKey();
        await site.QueryAsync(async db =>
        {
            var name = $"{role}-{Guid.NewGuid():N}@revue.example";
            var account = new Account { Name = role.ToString(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = name, NormalizedEmail = name.ToUpperInvariant(), Role = role };
            db.Add(account);
            await db.SaveChangesAsync();
            db.Add(new ApiKey { AccountId = account.Id, Name = "test", Hash = ApiKeyHandler.HashOf(key), MadeAt = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });
        return new(site.Address, key);
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? match = null, string? key = null) => SendAsync("POST", path, body, match, key);

    public Task<ApiAnswer> PutAsync(string path, object? body = null, string? match = null) => SendAsync("PUT", path, body, match);

    /// <param name="method">HTTP method.</param>
    /// <param name="path">Below <c>/api/v1</c>, or from the root when it begins with two slashes.</param>
    /// <param name="body">JSON text as it stands, or an object to be written as JSON.</param>
    /// <param name="match"><c>If-Match</c>.</param>
    /// <param name="key"><c>Idempotency-Key</c>.</param>
    /// <param name="type">Content type of the body.</param>
    public async Task<ApiAnswer> SendAsync(string method, string path, object? body = null, string? match = null, string? key = null, string type = "application/json")
    {
        var address = path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : path.StartsWith("/api/", StringComparison.Ordinal) ? path : "/api/v1" + path;
        using var request = new HttpRequestMessage(new(method), address);
        if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, type);
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        // Every answer that a test sees is what the description says.
        if (ApiExampleRecorder.RuleOf(method, address) is { } rule)
            (await SchemaBook.AtAsync(client)).Check(rule, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
        ApiExampleRecorder.Record(method, address, body as string ?? (body is null ? null : JsonSerializer.Serialize(body, JsonSerializerOptions.Web)), (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
        return new(
            response.StatusCode, text, response.Content.Headers.ContentType?.MediaType,
            response.Headers.ETag?.ToString(), response.Headers.Location?.ToString());
    }

    /// <summary>An answer with its head.</summary>
    public async Task<(int Status, IReadOnlyDictionary<string, string> Headers, string Text)> HeadersAsync(string path)
    {
        using var response = await client.GetAsync("/api/v1" + path);
        return ((int)response.StatusCode, response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase), await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a stream of server-sent events.</summary>
    public async Task<EventStream> ListenAsync(string path)
    {
        var response = await client.GetAsync("/api/v1" + path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return new(response, await response.Content.ReadAsStreamAsync(), await SchemaBook.AtAsync(client));
    }

    public void Dispose() => client.Dispose();
}

/// <summary>Server-sent events, one after the other.</summary>
internal sealed class EventStream(HttpResponseMessage response, Stream body, SchemaBook book) : IDisposable
{
    private readonly IAsyncEnumerator<System.Net.ServerSentEvents.SseItem<string>> events = System.Net.ServerSentEvents.SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();

    /// <summary>The first event from here on that is as wanted.</summary>
    public async Task<JsonElement> NextAsync(Func<JsonElement, bool> wanted)
    {
        var path = response.RequestMessage!.RequestUri!.AbsolutePath;
        while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
        {
            book.Check(ApiExampleRecorder.RuleOf("GET", path)!, 200, "text/event-stream", events.Current.Data);
            if (JsonDocument.Parse(events.Current.Data).RootElement is var now && wanted(now))
            {
                ApiExampleRecorder.Record("GET", path, null, 200, "application/json", events.Current.Data);
                return now;
            }
        }

        throw new Xunit.Sdk.XunitException("The stream ended.");
    }

    public void Dispose() => response.Dispose();
}
