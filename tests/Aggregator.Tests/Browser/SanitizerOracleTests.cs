using System.Text.Json;
using Aggregator.Reading.Html;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Reading.Html;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>
/// A fixed sample of the hostile payloads, sanitised and opened in a real browser without any policy: nothing may run, leave, load or break out, and what the browser
/// writes out again must pass the sanitiser unchanged. More of them with <c>LONG=1</c>; the whole corpus goes through the oracle of the shared tools (docs/quality.md).
/// </summary>
public sealed class SanitizerOracleTests
{
    private static readonly int Sample = Long.Of(100, 1_000);
    private const string Address = "http://oracle.test/case";

    // Properties come from the prototypes: content may clobber names of the document.
    private const string Judge = """
        (() => {
          const attributes = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes').get, inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
          const all = (root, query) => [...(root === document ? Document : Element).prototype.querySelectorAll.call(root, query)];
          const out = all(document, '#oracle-out'), after = all(document, '#oracle-after'), found = [];
          for (const element of out.length ? all(out[0], '*') : []) {
            if (/^(script|iframe|frame|frameset|object|embed|base|meta|link|style|form|input|button|textarea|select|svg|math|template|noscript)$/.test(element.localName)) found.push(element.localName);
            for (const { name, value } of attributes.call(element)) {
              if (/^on|^(style|srcdoc|formaction|action|ping|id|name|autofocus|slot)$/.test(name)) found.push('@' + name);
              if (/^[\s\x00-\x1f]*(javascript|vbscript|data)\s*:/i.test(value) && /href|src|cite/.test(name)) found.push(name + '=' + value);
            }
          }
          const whole = out.length === 1 && after.length === 1 && after[0].previousElementSibling === out[0] && after[0].textContent === 'end';
          const written = out.length ? inner.get.call(out[0]) : '';
          if (out.length) inner.set.call(out[0], written);
          return JSON.stringify({ whole, found, written, again: out.length ? inner.get.call(out[0]) : '' });
        })()
        """;

    private string current = "";
    private readonly List<string> troubles = [];

    [ChromiumFact]
    public async Task APayloadAfterTheSanitizerDoesNothingInABrowser()
    {
        var cases = Payloads().ToList();
        Assert.True(Shared.Folder is null || cases.Count == Sample, $"{cases.Count} cases");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND"],
        });
        var page = await browser.NewPageAsync();
        await page.RouteAsync("**/*", AnswerAsync);
        page.Dialog += async (_, dialog) =>
        {
            troubles.Add($"dialog {dialog.Message}");
            await dialog.DismissAsync();
        };
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Debugger.scriptParsed").OnEvent += (_, script) => NoteScript(script);
        session.Event("Debugger.scriptFailedToParse").OnEvent += (_, script) => NoteScript(script);
        await session.SendAsync("Debugger.enable");
        // A judge that finds nothing in these could find nothing at all.
        foreach (var raw in new[] { "<script>1</script>", "<img src=x onerror=1>", "<a href=javascript:1>x</a>", "</div><p>out" }) Assert.NotEmpty((await LookAsync(page, session, raw)).Faults);
        foreach (var (id, html) in cases) await JudgeAsync(page, session, id, HtmlSanitizer.Sanitize(html, new Uri("http://oracle.test/page")));
    }

    private async Task JudgeAsync(IPage page, ICDPSession session, string id, string safe)
    {
        var (faults, written, again) = await LookAsync(page, session, safe);
        Assert.True(faults.Count == 0, $"{id}: {string.Join("; ", faults)} in {safe}");
        // innerHTML writes U+00A0 as an entity and no end tags of void elements: the sanitiser makes its own form of it again.
        Assert.Equal(safe, HtmlSanitizer.Sanitize(written));
        Assert.Equal(written, again);
    }

    private async Task<(List<string> Faults, string Written, string Again)> LookAsync(IPage page, ICDPSession session, string html)
    {
        troubles.Clear();
        current = html;
        await page.GotoAsync(Address, new() { WaitUntil = WaitUntilState.Load });
        var tree = await session.SendAsync("Page.getFrameTree");
        var frame = tree!.Value.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
        var world = await session.SendAsync("Page.createIsolatedWorld", new Dictionary<string, object> { ["frameId"] = frame, ["worldName"] = "judge" });
        var answer = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object> { ["contextId"] = world!.Value.GetProperty("executionContextId").GetInt32(), ["expression"] = Judge, ["returnByValue"] = true });
        using var seen = JsonDocument.Parse(answer!.Value.GetProperty("result").GetProperty("value").GetString()!);
        var root = seen.RootElement;
        List<string> faults = [.. troubles, .. root.GetProperty("found").EnumerateArray().Select(found => found.GetString()!)];
        if (!root.GetProperty("whole").GetBoolean()) faults.Add("breaks out");
        return (faults, root.GetProperty("written").GetString()!, root.GetProperty("again").GetString()!);
    }

    private async Task AnswerAsync(IRoute route)
    {
        var request = route.Request;
        if (request.IsNavigationRequest && request.Url == Address)
        {
            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = $"<!doctype html><title>case</title><link rel=icon href=\"data:,\"><div id=\"oracle-out\">{current}</div><div id=\"oracle-after\">end</div>" });
            return;
        }

        // Pictures are what the sanitiser leaves; the pages of the product load them from nowhere but their own server.
        if (request.ResourceType != "image") troubles.Add($"{request.ResourceType} {request.Url}");
        await route.AbortAsync();
    }

    // The judge's own script belongs to another world than the page's.
    private void NoteScript(JsonElement? script)
    {
        if (script is not { } parsed || !parsed.TryGetProperty("executionContextAuxData", out var world) || !world.TryGetProperty("isDefault", out var isPage) || !isPage.GetBoolean()) return;
        // The driver asks the page itself a few things, from scripts without a place of their own.
        if (parsed.GetProperty("url").GetString() is { Length: > 0 } url) troubles.Add($"script at {url}");
    }

    private static IEnumerable<(string Id, string Html)> Payloads()
    {
        if (Shared.Folder is null) return [.. Enumerable.Range(0, 100).Select(i => ($"mixed {i}", new MarkupMixer((ulong)i + 1).Next()))];
        var all = HostileCorpusTests.Lines("xss_own.jsonl").Concat(HostileCorpusTests.Lines("xss_fetched.jsonl")).ToList();
        return Enumerable.Range(0, Sample).Select(i => all[(int)((long)i * all.Count / Sample)]);
    }
}
