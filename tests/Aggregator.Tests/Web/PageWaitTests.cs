using System.Text.Json;
using Aggregator.Archive;
using Aggregator.Stories;
using Aggregator.Tests.Bench;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>An article that waits for its page says so, and until when: where it is read, on the desk and in the API.</summary>
public sealed class PageWaitTests : IAsyncLifetime
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestSite press = null!;
    private DeskSite site = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync();
        var feed = Fixtures.Rss("Revue", Fixtures.Item("Le port rouvre", press.Url("/page"), "Le début seulement…"));
        // Undated: it is as new as its visit.
        press.Give("/feed", feed.Replace("Tue, 04 Mar 2025 08:00:00 GMT", "", StringComparison.Ordinal));
        press.Give("/page", async http =>
        {
            await asked.Task.WaitAsync(http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        });
        site = await DeskSite.StartAsync(press.Url("/feed"));
    }

    public async Task DisposeAsync()
    {
        asked.TrySetResult();
        await site.DisposeAsync();
        await press.DisposeAsync();
    }

    [Fact]
    public async Task BeforeTheFirstAttemptAndAfterItFailed()
    {
        using var editor = await site.SignUpAsync();
        await Eventually.TrueAsync(() => site.QueryAsync(db => db.Extractions.AnyAsync()), "the article");

        Assert.Matches(@"1\sarticle waits for its page to join a story; the last: now\.", await TextAsync(editor, "/desk", ".arrivals"));
        Assert.Matches("Page to be read: now. Until then the article is in no story.", await TextAsync(editor, "/articles/1", ".note-line"));
        Assert.Matches("excerpt, page now", await TextAsync(editor, "/desk/articles", ".story-side"));

        asked.SetResult();
        await FailedAsync();

        Assert.DoesNotContain("waits for its page", await TextAsync(editor, "/desk", ".arrivals"), StringComparison.Ordinal);
        Assert.Matches(
            "Excerpt for now. The server answered 500: .* Next attempt: in 1[5-8] min. Until then the excerpt decides its story.",
            await TextAsync(editor, "/articles/1", ".note-line"));
        Assert.Matches("excerpt, page in 1[5-8] min", await TextAsync(editor, "/desk/articles", ".story-side"));

        var due = await site.QueryAsync(db => PageWait.Of(db).Select(wait => wait.Until).SingleAsync());
        Assert.Equal(due, (await JsonAsync(editor, "/api/v1/articles/1")).GetProperty("pageDueAt").GetDateTimeOffset());
        var listed = (await JsonAsync(editor, "/api/v1/articles")).GetProperty("items")[0];
        Assert.Equal(due, listed.GetProperty("pageDueAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task InFrench()
    {
        using var editor = await site.SignUpAsync("fr");
        asked.SetResult();
        await FailedAsync();

        Assert.Matches(
            @"Extrait pour l’instant\. Le serveur a répondu 500\s: .* Prochain essai\s: dans 1[5-8]\smin\. "
            + "D’ici là, l’extrait décide de son histoire.",
            await TextAsync(editor, "/articles/1", ".note-line"));
        Assert.Matches(@"extrait, page dans 1[5-8]\smin", await TextAsync(editor, "/desk/articles", ".story-side"));
    }

    private Task FailedAsync() => Eventually.TrueAsync(
        () => site.QueryAsync(db => PageWait.Of(db).AnyAsync(wait => wait.Attempts == 1 && wait.HasStory)), "the failure");

    private static async Task<string> TextAsync(Browsing editor, string path, string selector) =>
        (await editor.PageAsync(path)).QuerySelector(selector)!.TextContent;

    private static async Task<JsonElement> JsonAsync(Browsing editor, string path)
    {
        using var answer = await editor.GetAsync(path);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
