using System.Net;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>What the team says about articles, how a publication is set up, and two people in one section, through the pages.</summary>
public sealed class DeskWorkTests(IssuePagesFixture fixture) : IClassFixture<IssuePagesFixture>
{
    /// <summary>On the pad of a section of the issue one looks at, and of no other.</summary>
    [Fact]
    public async Task ACandidateIsPutAsideForASectionOfItsIssue()
    {
        var (issue, other) = (await fixture.DraftAsync("Une"), await fixture.DraftAsync("Autre"));
        var article = await fixture.Site.QueryAsync(db => db.Articles.Select(article => article.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(other.Sections[0].PublicId));
        Assert.Equal(HttpStatusCode.Redirect, await PutAsync(issue.Sections[0].PublicId));

        var pads = await fixture.Site.QueryAsync(db => db.Sections.Where(section => section.IssueId == issue.Id || section.IssueId == other.Id)
            .Where(section => section.Pad.Any()).Select(section => section.PublicId).ToListAsync());
        Assert.Equal([issue.Sections[0].PublicId], pads);

        async Task<HttpStatusCode> PutAsync(Guid section)
        {
            var token = (await fixture.Editor.FormAsync($"/issues/{issue.PublicId}/edit", $"/issues/{issue.PublicId}/edit")).First(field => field.Name == "__RequestVerificationToken");
            using var answer = await fixture.Editor.PostAsync(
                $"/issues/{issue.PublicId}/candidates", token, ("kind", "Find"), ("target", $"{article}"), ("act", "aside"), ("section", $"{section}"));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task AnArticleIsOpenedStarredTaggedAndNoted()
    {
        var id = await fixture.Site.QueryAsync(db => db.Articles.OrderBy(article => article.Id).Skip(2).Select(article => article.Id).FirstAsync());
        var path = $"/articles/{id}";
        Assert.NotNull((await fixture.Editor.PageAsync("/desk/articles?only=unseen")).QuerySelector($"#t{id}"));

        await fixture.Editor.PageAsync(path);
        Assert.Null((await fixture.Editor.PageAsync("/desk/articles?only=unseen")).QuerySelector($"#t{id}"));
        using (var saved = await fixture.Editor.SubmitAsync(path, $"{path}/desk", ("tags", "modération, Brest , modération"), ("star", "on"), ("embargo", "2999-03-06T09:00"))) Assert.Equal($"{path}#desk", saved.Headers.Location!.ToString());
        using (await fixture.Editor.SubmitAsync(path, $"{path}/star")) { }
        using (await fixture.Editor.SubmitAsync(path, $"{path}/notes", ("text", "À vérifier\r\nauprès du rapport."))) { }
        using (var refused = await fixture.Editor.SubmitAsync(path, $"{path}/notes", ("text", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var refused = await fixture.Editor.SubmitAsync(path, $"{path}/desk", ("embargo", "demain"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        await fixture.Site.QueryAsync(async db =>
        {
            var source = await db.Articles.Where(article => article.Id == id).Select(article => article.SourceId).SingleAsync();
            db.Add(new Aggregator.Sources.RightsCard { SourceId = source, Licence = "Accord de 2026", LongestQuote = 40 });
            return await db.SaveChangesAsync();
        });
        var page = await fixture.Editor.PageAsync(path);
        Assert.Contains("A quote has 40 words at the most.", page.QuerySelector(".reader-rail")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("modération, Brest", page.QuerySelector("#tags")!.GetAttribute("value"));
        Assert.Contains("Under embargo until", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"form[action='{path}/star'] button")!.GetAttribute("aria-pressed"));
        Assert.Contains("À vérifier", page.QuerySelector(".reader-desk .said")!.TextContent, StringComparison.Ordinal);
        var row = (await fixture.Editor.PageAsync("/desk/articles?only=starred")).QuerySelector($"#t{id}")!.ParentElement!.TextContent;
        Assert.Contains("modération", row, StringComparison.Ordinal);
        Assert.Contains("embargo until", row, StringComparison.Ordinal);
        using (await fixture.Editor.SubmitAsync(path, $"{path}/notes/drop")) { }
        Assert.Null((await fixture.Editor.PageAsync(path)).QuerySelector(".reader-desk .said"));
    }

    [Fact]
    public async Task AClipMadeByMistakeIsDeletedUnlessItIsCited()
    {
        var ids = new List<int>();
        foreach (var title in new[] { "Une coupure de trop", "Une coupure citée" })
        {
            var token = (await fixture.Editor.PageAsync("/clip")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var made = await fixture.Editor.PostAsync("/clip", ("__RequestVerificationToken", token), ("way", "print"), ("outlet", "La Feuille"), ("title", title), ("text", $"{title} : un texte assez long pour être un article, et qui finit ici."));
            ids.Add(int.Parse(made.Headers.Location!.ToString().Split('/')[^1].Split('?')[0], System.Globalization.CultureInfo.InvariantCulture));
        }

        var issue = await fixture.DraftAsync("Une");
        using (await fixture.Editor.SubmitAsync($"/issues/{issue.PublicId}/edit", $"/sections/{issue.Sections[0].PublicId}", ("heading", "Une"), ("text", $"Selon [[{ids[1]}|La Feuille]]."))) { }

        using (var deleted = await fixture.Editor.SubmitAsync($"/articles/{ids[0]}/delete", $"/articles/{ids[0]}/delete")) Assert.Equal("/desk", deleted.Headers.Location!.ToString());
        Assert.Empty((await fixture.Editor.PageAsync($"/articles/{ids[1]}/delete")).QuerySelectorAll($"form[action='/articles/{ids[1]}/delete'] button"));
        Assert.Equal([ids[1]], await fixture.Site.QueryAsync(db => db.Articles.Where(article => ids.Contains(article.Id)).Select(article => article.Id).ToListAsync()));
    }

    [Fact]
    public async Task WhatIsAboutTheWholeIssueNamesNoSection()
    {
        var issue = await fixture.DraftAsync("Une");
        var path = $"/issues/{issue.PublicId}/comments";

        using (var said = await fixture.Editor.SubmitAsync(path, path, ("section", ""), ("words", ""), ("text", "Beau numéro."))) Assert.Equal(path, said.Headers.Location?.ToString());
        using (var refused = await fixture.Editor.SubmitAsync(path, $"/issues/{issue.PublicId}/guests", ("name", "Ana"), ("days", "99"))) Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        Assert.Contains("Beau numéro.", (await fixture.Editor.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APublicationIsSetUpOnItsPage()
    {
        var id = await fixture.Site.QueryAsync(db => db.Publications.OrderBy(p => p.Id).Select(p => p.PublicId).FirstAsync());
        var path = $"/publications/{id}/settings";
        var page = await fixture.Editor.PageAsync(path);
        Assert.Contains($"/publications/{id}/settings", (await fixture.Editor.PageAsync("/publications")).Body!.InnerHtml, StringComparison.Ordinal);
        (string, string)[] fields =
        [
            ("title", "Le Relevé"), ("description", "La presse des réseaux."), ("language", "fr"), ("timeZone", "Europe/Paris"), ("senderName", "La rédaction"), ("senderAddress", "redaction@releve.example"),
            ("visibility", "Public"), ("opensOn", "Tuesday"), ("opensAt", "08:00"), ("dueOn", "Thursday"), ("dueAt", "18:30"), ("template", "synthese | Synthèse | +\r\nbreves | En bref"), ("topics", "réseaux, presse"),
            ("glossary", "courriel : e-mail, mail\r\n"), ("creditWordings", "selon {source}"), ("check-glossary", "Block"), ("check-longSentence", ""),
        ];
        using (var saved = await fixture.Editor.SubmitAsync(path, path, fields)) Assert.Equal($"{path}?saved=true", saved.Headers.Location!.ToString());

        var stored = await fixture.Site.QueryAsync(db => db.Publications.AsNoTracking().FirstAsync(p => p.PublicId == id));
        Assert.Equal(new Rhythm(DayOfWeek.Tuesday, new(8, 0), DayOfWeek.Thursday, new(18, 30)), stored.House.Rhythm);
        Assert.Equal([new("synthese", "Synthèse", NeedsSignOff: true), new("breves", "En bref")], stored.House.Template);
        Assert.Equal(("courriel", "e-mail,mail"), (stored.House.Glossary[0].Write, string.Join(',', stored.House.Glossary[0].Not)));
        Assert.Equal(CheckEffect.Block, Assert.Single(stored.House.Checks).Value);
        page = await fixture.Editor.PageAsync(path);
        Assert.Equal("synthese | Synthèse | +\nbreves | En bref", page.QuerySelector("#template")!.TextContent);

        foreach (var (field, value, words) in new[] { ("timeZone", "Mars/Phobos", "IANA"), ("creditWordings", "selon", "{source}"), ("template", "a | A\na | B", "once"), ("senderAddress", "personne", "address"), ("dueAt", "midi", "time"), ("glossary", "seul", "not written") })
        {
            using var refused = await fixture.Editor.SubmitAsync(path, path, [.. fields.Where(pair => pair.Item1 != field), (field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var shown = await Bench.Browsing.PageOf(refused);
            Assert.Contains(words, shown.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("La presse des réseaux.", shown.QuerySelector("#description")!.TextContent);
        }

        // Somebody else saves while the form is open.
        var form = await fixture.Editor.FormAsync(path, path);
        using (await fixture.Editor.PostAsync(path, [.. form, .. fields])) { }
        using var late = await fixture.Editor.PostAsync(path, [.. form, .. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using (await fixture.Editor.SubmitAsync(path, path, [.. fields.Where(pair => pair.Item1 is not ("template" or "glossary" or "check-glossary"))])) { }
    }

    [Fact]
    public async Task TwoPeopleInOneSectionAreMergedOrShownSideBySide()
    {
        var issue = await fixture.DraftAsync("Une");
        var (edit, save) = ($"/issues/{issue.PublicId}/edit", $"/sections/{issue.Sections[0].PublicId}");
        using (await fixture.Editor.SubmitAsync(edit, save, ("heading", "Une"), ("text", "Un.\n\nDeux.\n\nTrois."))) { }
        var (mine, theirs) = (await fixture.Editor.FormAsync(edit, save), await fixture.Editor.FormAsync(edit, save));
        using (await fixture.Editor.PostAsync(save, [.. theirs, ("heading", "Une"), ("text", "Un.\n\nDeux.\n\nTrois, dit Claire.")])) { }

        using (var merged = await fixture.Editor.PostAsync(save, [.. mine, ("heading", "Une"), ("text", "Un, dit Paul.\n\nDeux.\n\nTrois.")]))
        {
            Assert.Contains("merged=true", merged.Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.Contains("somebody else", (await fixture.Editor.PageAsync(merged.Headers.Location!.ToString().Split('#')[0])).QuerySelector(".saved")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("Un, dit Paul.\n\nDeux.\n\nTrois, dit Claire.", (await fixture.Editor.PageAsync(edit)).QuerySelector("#text1")!.TextContent);
        using var collided = await fixture.Editor.PostAsync(save, [.. mine, ("heading", "Une"), ("text", "Un, dit Ana.\n\nDeux.\n\nTrois.")]);
        Assert.Equal(HttpStatusCode.Conflict, collided.StatusCode);
        Assert.Contains("Un, dit Ana.", (await Bench.Browsing.PageOf(collided)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIssuesFieldsAreMergedToo()
    {
        var issue = await fixture.DraftAsync("Une");
        var path = $"/issues/{issue.PublicId}/edit";
        (string, string)[] fields = [("title", "La semaine"), ("intro", "Bonjour."), ("bylines", ""), ("date", "2026-03-06"), ("closing", ""), ("kind", "ordinary")];
        using (await fixture.Editor.SubmitAsync(path, path, fields)) { }
        var (mine, theirs) = (await fixture.Editor.FormAsync(path, path), await fixture.Editor.FormAsync(path, path));
        using (await fixture.Editor.PostAsync(path, [.. theirs, .. fields.Where(pair => pair.Item1 != "closing"), ("closing", "À vendredi.")])) { }

        using var merged = await fixture.Editor.PostAsync(path, [.. mine, .. fields.Where(pair => pair.Item1 != "title"), ("title", "La semaine de Paul")]);

        Assert.Contains("merged=true", merged.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("La semaine de Paul", "À vendredi."), await fixture.Site.QueryAsync(async db => await db.Issues.Where(row => row.Id == issue.Id).Select(row => new { row.Title, row.Closing }).SingleAsync() is var row ? (row.Title, row.Closing) : default));
    }

    [Fact]
    public async Task ASentIssueIsCorrectedOnItsPage()
    {
        var send = await fixture.SendInDoubtAsync("corrige@exemple.example");
        var id = await fixture.Site.QueryAsync(db => db.Issues.Where(issue => issue.Id == send.IssueId).Select(issue => issue.PublicId).SingleAsync());
        var path = $"/issues/{id}/correct";
        await fixture.Editor.PageAsync(path, HttpStatusCode.Conflict);
        await fixture.Site.QueryAsync(db => db.Issues.Where(issue => issue.PublicId == id).ExecuteUpdateAsync(set => set.SetProperty(issue => issue.State, IssueState.Sent)));
        var section = (await fixture.Editor.PageAsync(path)).QuerySelector("input[name=section]")!.GetAttribute("value")!;
        Assert.Contains(path, (await fixture.Editor.PageAsync($"/issues/{id}/history")).Body!.InnerHtml, StringComparison.Ordinal);

        using (var nothing = await fixture.Editor.SubmitAsync(path, path, ("cause", "Erratum"), ("note", "Rien."), ("title", "La semaine"), ("intro", "Bonjour."), ("closing", ""), ("heading", "Une"), ("text", ""), ("signOff", "")))
            Assert.Contains("Nothing would change", (await Bench.Browsing.PageOf(nothing)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using (var noted = await fixture.Editor.SubmitAsync(path, path, ("cause", "Erratum"), ("note", "Douze, et non dix."), ("title", "La semaine"), ("intro", "Bonjour."), ("closing", ""), ("heading", "Une, corrigée"), ("text", "Ils étaient douze."), ("signOff", "")))
            Assert.Equal($"/issues/{id}/history", noted.Headers.Location!.ToString());

        // Its last paragraph is the section's end: there is no sign-off behind it.
        using (var cut = await fixture.Editor.SubmitAsync(path, path, ("cause", "RightOfReply"), ("note", "La ville répond."), ("heading", "Une, corrigée"), ("text", "La ville dit treize."), ("signOff", "")))
            Assert.Contains("takes none away", (await Bench.Browsing.PageOf(cut)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using (var replied = await fixture.Editor.SubmitAsync(path, path, ("cause", "RightOfReply"), ("note", "La ville répond."), ("heading", "Une, corrigée"), ("text", "Ils étaient douze.\n\nLa ville dit treize."), ("signOff", "")))
            Assert.Equal($"/issues/{id}/history", replied.Headers.Location!.ToString());

        using var reader = fixture.Site.Browse("fr");
        var shown = (await reader.PageAsync($"/issues/{id}")).Body!.TextContent;
        Assert.Contains("Douze, et non dix.", shown, StringComparison.Ordinal);
        Assert.Contains("Une, corrigée", shown, StringComparison.Ordinal);
        Assert.Equal("Une, corrigée", await fixture.Site.QueryAsync(db => db.Sections.Where(row => row.PublicId == new Guid(section)).Select(row => row.Title).SingleAsync()));
    }
}
