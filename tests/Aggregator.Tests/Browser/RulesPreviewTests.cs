using System.Collections.Concurrent;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>Selectors tried in a real browser: what comes out shows while they are written, and the publisher is asked once.</summary>
public sealed class RulesPreviewTests
{
    [ChromiumFact]
    public async Task WhatComesOutFollowsWhatIsWritten()
    {
        await using var press = await TestSite.StartAsync();
        press.Give("/page", """
            <!doctype html><html lang="fr"><body><div class="x"><b class="t">Le premier billet du jour</b> <a href="/un">voir</a></div>
            <div class="x"><b class="t">Le second billet du jour</b> <a href="/deux">voir</a></div></body></html>
            """, "text/html; charset=utf-8");
        await using var site = await DeskSite.StartAsync(press.Url("/page"));
        using var set = await site.SignUpAsync();
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Polls.AnyAsync()), "the first visit");
        var before = press.RequestsOf("/page").Count;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "en-GB" })).NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.PageError += (_, fault) => complaints.Enqueue(fault);
        await page.GotoAsync($"{site.Address}sign-in");
        await page.FillAsync("#mail", DeskSite.Mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Address}desk");

        await page.GotoAsync($"{site.Address}sources/1/rules");
        await page.FillAsync("#list", "div.x");
        await page.FillAsync("#title", ".t");
        await page.FillAsync("#link", "a");
        await Assertions.Expect(page.Locator(".rules-preview li > b")).ToHaveTextAsync(["Le premier billet du jour", "Le second billet du jour"]);

        await page.FillAsync("#list", "div[");
        await Assertions.Expect(page.Locator("#list")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.FillAsync("#list", "div.x");
        await Assertions.Expect(page.Locator("#list")).Not.ToHaveAttributeAsync("aria-invalid", "true");

        Assert.InRange(press.RequestsOf("/page").Count - before, 1, 2);
        Assert.Empty(complaints);
    }
}
