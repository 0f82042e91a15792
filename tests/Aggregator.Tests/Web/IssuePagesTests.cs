using System.Net;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Sending;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>From the desk to the mail through forms alone, and what a wrong step is answered with.</summary>
public sealed class IssuePagesTests(IssuePagesFixture fixture) : IClassFixture<IssuePagesFixture>
{
    private Browsing Editor => fixture.Editor;

    [Fact]
    public async Task TheDeskRanksStoriesAndAddsOneToASection()
    {
        var issue = await fixture.DraftAsync("Une", "Deux");
        var desk = await Editor.PageAsync("/desk");
        var story = desk.QuerySelector(".story.is-first .pick")!.GetAttribute("value")!;

        using var added = await Editor.SubmitAsync("/desk", "/desk/pad", ("story", story), ("section", issue.Sections[1].PublicId.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var after = await Editor.PageAsync(added.Headers.Location!.ToString());
        Assert.Contains("is on the pad of section 2", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("In the issue, section 2", after.QuerySelector($"#story-{story}")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await fixture.Site.QueryAsync(db => db.PadItems.Where(item => item.SectionId == issue.Sections[1].Id).ToListAsync()));
    }

    [Theory]
    [InlineData("lang=de", 0)]
    [InlineData("topic=m%C3%A9dias", 1)]
    [InlineData("topic=sport", 0)]
    public async Task TheDeskFiltersStories(string query, int atLeast)
    {
        var stories = (await Editor.PageAsync($"/desk?{query}")).QuerySelectorAll(".stories > li").Length;

        Assert.Equal(atLeast > 0, stories > 0);
    }

    [Fact]
    public async Task DeskFormChecksAndApprovalSayTheSame()
    {
        var issue = await fixture.DraftAsync("Vide", "Sans crédit");
        var (edit, checks) = ($"/issues/{issue.PublicId}/edit", $"/issues/{issue.PublicId}/checks");
        using (await Editor.SubmitAsync(edit, $"/sections/{issue.Sections[1].PublicId}", ("heading", "Sans crédit"), ("text", "Deux  mots."))) { }
        string[] wrong = ["Section 1, “Vide”, is empty.", "Section “Sans crédit” credits no source."];
        await SameAsync(wrong);
        var page = await Editor.PageAsync(checks);
        var key = page.QuerySelectorAll(".is-fault").Single(item => item.TextContent.Contains("credits no source", StringComparison.Ordinal)).QuerySelector("form[action$='/waive'] input[name=key]")!.GetAttribute("value")!;
        using (await Editor.PostAsync($"{checks}/waive", ("__RequestVerificationToken", await TokenAsync(checks)), ("key", key), ("reason", "Un éditorial."))) { }
        await SameAsync(wrong[..1]);

        using (await Editor.SubmitAsync(edit, $"/sections/{issue.Sections[0].PublicId}", ("heading", "Vide"), ("text", $"Selon [[{await fixture.ArticleAsync()}|Revue 1]]."))) { }
        await SameAsync([]);

        async Task SameAsync(string[] blocking)
        {
            foreach (var place in new[] { "/desk", edit })
            {
                var listed = (await Editor.PageAsync(place)).QuerySelectorAll(".issue-checks li").Where(item => item.QuerySelector(".icon") is not null).Select(item => item.TextContent.Replace("Go there", "", StringComparison.Ordinal).Trim());
                Assert.Equal(blocking, listed);
            }

            var faults = (await Editor.PageAsync(checks)).QuerySelectorAll(".is-fault > p:first-child").Select(item => item.TextContent.Replace("Blocks.", "", StringComparison.Ordinal).Trim());
            Assert.Equal(blocking, faults);
            using var approval = await Editor.SubmitAsync(edit, $"/issues/{issue.PublicId}/approve");
            if (blocking.Length == 0) Assert.Equal(HttpStatusCode.Redirect, approval.StatusCode);
            else Assert.EndsWith(string.Join(' ', blocking), (await Browsing.PageOf(approval)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fr", "2097-03-31T02:30", "2097-03-31T01:30:00Z", "Il n’est jamais 2\u00A0h\u00A030 le 31 mars 2097 (Europe/Paris)\u00A0: l’horloge saute cette heure. C’est compris comme 3\u00A0h\u00A030.")]
    [InlineData("en", "2097-03-31T02:30", "2097-03-31T01:30:00Z", "It is never 02:30 on 31 March 2097 (Europe/Paris): the clocks skip that hour. It is taken as 03:30.")]
    [InlineData("fr", "2097-10-27T02:30", "2097-10-27T00:30:00Z", "Il est deux fois 2\u00A0h\u00A030 le 27 octobre 2097 (Europe/Paris)\u00A0: c’est compris comme la première, 0\u00A0h\u00A030 UTC.")]
    [InlineData("en", "2097-07-14T09:00", "2097-07-14T07:00:00Z", null)]
    public async Task AMailIsDueWhenTheClockShowsThatHour(string language, string at, string slot, string? told)
    {
        var issue = await ApprovedAsync();
        using var publisher = await fixture.Site.SignInAsync(Aggregator.Accounts.AccountRole.Publisher, language);

        using var scheduled = await ScheduleAsync(publisher, issue, at);

        var page = await publisher.PageAsync(scheduled.Headers.Location!.ToString());
        Assert.Equal(told, page.QuerySelector("[role=status].told")?.TextContent);
        Assert.Equal(DateTimeOffset.Parse(slot, System.Globalization.CultureInfo.InvariantCulture), await fixture.Site.QueryAsync(db => db.Issues.Where(row => row.Id == issue.Id).Select(row => row.Slot).SingleAsync()));
    }

    [Theory]
    [InlineData("demain", "When the mail is due: give a day and an hour, such as 2027-03-26T09:00.")]
    [InlineData("", "When the mail is due: give a day and an hour, such as 2027-03-26T09:00.")]
    [InlineData("2001-01-01T09:00", "When the mail is due: give a time that is still to come.")]
    public async Task ATimeThatCannotBeReadIsRefusedInWordsAndStaysInItsField(string at, string words)
    {
        var issue = await ApprovedAsync();

        using var refused = await ScheduleAsync(Editor, issue, at);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browsing.PageOf(refused);
        Assert.Equal((words, at, "true"), (page.QuerySelector("[role=alert]")!.TextContent, page.QuerySelector("#at")!.GetAttribute("value"), page.QuerySelector("#at")!.GetAttribute("aria-invalid")));
        Assert.Equal(IssueState.Approved, await fixture.Site.QueryAsync(db => db.Issues.Where(row => row.Id == issue.Id).Select(row => row.State).SingleAsync()));
    }

    /// <summary>Fills in the form that asks when the mail is due; others on the page send the issue elsewhere.</summary>
    private static async Task<HttpResponseMessage> ScheduleAsync(Browsing browsing, Issue issue, string at)
    {
        var form = (await browsing.PageAsync($"/issues/{issue.PublicId}/history")).QuerySelector("#at")!.Closest("form")!;
        return await browsing.PostAsync(form.GetAttribute("action")!, [.. form.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)), ("at", at)]);
    }

    /// <summary>An issue whose default slot lies far ahead: a time that was not read must not become it.</summary>
    private async Task<Issue> ApprovedAsync()
    {
        var issue = await fixture.DraftAsync("Une");
        await fixture.Site.QueryAsync(db => db.Publications.ExecuteUpdateAsync(set => set.SetProperty(row => row.TimeZone, "Europe/Paris")));
        await fixture.Site.QueryAsync(db => db.Issues.Where(row => row.Id == issue.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, IssueState.Approved).SetProperty(row => row.Slot, new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero))));
        return issue;
    }

    [Fact]
    public async Task AnArticleFromTheRightRunsItsWayAndItsLanguageIsNamed()
    {
        var id = await fixture.ArticleAsync();
        var before = await fixture.Site.QueryAsync(db => db.Articles.AsNoTracking().Include(article => article.Text).SingleAsync(article => article.Id == id));
        await RewriteAsync("قال تقرير إن الكلفة ارتفعت", "ur", "<p>قال تقرير إن الكلفة ارتفعت كثيرا.</p><ul><li>دخل السكان</li></ul><p dir=\"ltr\">LTR 12</p><p>In English.</p>");
        using var french = await fixture.Site.SignInAsync(Aggregator.Accounts.AccountRole.Contributor, "fr");

        var page = await Editor.PageAsync($"/articles/{id}");

        Assert.Equal(["auto", "auto", "auto", "ltr", "auto"], page.QuerySelectorAll(".article-body :is(p, ul, li)").Select(block => block.GetAttribute("dir")));
        Assert.Equal("auto", page.QuerySelector(".reading h1")!.GetAttribute("dir"));
        Assert.Contains("Urdu", page.QuerySelector(".reader-rail")!.TextContent, StringComparison.Ordinal);
        var row = (await french.PageAsync("/desk/articles")).QuerySelector($"#t{id}")!;
        Assert.Equal(("auto", "Ourdou"), (row.GetAttribute("dir"), row.ParentElement!.QuerySelector(".lang")!.TextContent));
        Assert.All((await french.PageAsync("/desk")).QuerySelectorAll("li.lang"), chip => Assert.Matches(@"^\p{Lu}\p{L}{3,} ", chip.TextContent));
        await RewriteAsync(before.Title, before.Language, before.Text.Html);

        Task RewriteAsync(string title, string? language, string html) => fixture.Site.QueryAsync(async db =>
        {
            await db.Articles.Where(article => article.Id == id).ExecuteUpdateAsync(set => set.SetProperty(article => article.Title, title).SetProperty(article => article.Language, language));
            var article = await db.Articles.Include(row => row.Text).SingleAsync(row => row.Id == id);
            article.Text.Html = html;
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task AStoryShowsItsArticles()
    {
        var id = await fixture.Site.QueryAsync(db => db.Stories.Select(story => story.Id).FirstAsync());

        var page = await Editor.PageAsync($"/stories/{id}");

        Assert.NotEmpty(page.QuerySelectorAll(".timeline li a[href^='/articles/']"));
        Assert.NotEmpty(page.QuerySelectorAll(".side-by-side article p"));
    }

    [Fact]
    public async Task AQuoteIsTheArticlesOwnAndCreditsIt()
    {
        var issue = await fixture.DraftAsync("Une");
        var article = await fixture.ArticleAsync();
        var section = ("section", issue.Sections[0].PublicId.ToString());

        using var wrong = await Editor.SubmitAsync($"/articles/{article}", $"/articles/{article}/quote", section, ("words", "La trêve de nuit se contourne en moins de trois minutes"));
        using var right = await Editor.SubmitAsync($"/articles/{article}", $"/articles/{article}/quote", section, ("words", "« La trêve  de nuit\r\nse contourne en moins de deux minutes »"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await Browsing.PageOf(wrong);
        Assert.Contains("do not stand in the article", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trois minutes", page.QuerySelector("#quote-words")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var block = Assert.Single((await SectionAsync(issue.Sections[0].PublicId)).Blocks);
        Assert.Equal("«\u00A0La trêve de nuit se contourne en moins de deux minutes\u00A0», Revue 1.", block.Text);
        Assert.Equal([(MarkKind.Quote, article), (MarkKind.Credit, article)], block.Spans.SelectMany(span => span.Marks).Select(mark => (mark.Kind, mark.ArticleId!.Value)));
    }

    [Fact]
    public async Task AStaleEditShowsBothTextsAndLosesNothing()
    {
        var issue = await fixture.DraftAsync("Une");
        var (page, action) = ($"/issues/{issue.PublicId}/edit", $"/sections/{issue.Sections[0].PublicId}");
        using var first = await Editor.SubmitAsync(page, action, ("heading", "Une"), ("text", "Le texte de Claire."));

        using var stale = await Editor.PostAsync(action, ("__RequestVerificationToken", await TokenAsync(page)), ("version", "1"), ("heading", "Une"), ("text", "Le texte de Gaël."));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, stale.StatusCode));
        var both = await Browsing.PageOf(stale);
        Assert.Equal("Le texte de Claire.", both.QuerySelector("#stored-text")!.TextContent);
        Assert.Equal("Le texte de Gaël.", both.QuerySelector("#written-text")!.TextContent);
        Assert.Equal("Le texte de Claire.", (await SectionAsync(issue.Sections[0].PublicId)).Blocks[0].Text);

        var version = both.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        using var again = await Editor.PostAsync(action, ("__RequestVerificationToken", await TokenAsync(page)), ("version", version), ("heading", "Une"), ("text", "Les deux."));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Les deux.", (await SectionAsync(issue.Sections[0].PublicId)).Blocks[0].Text);
    }

    [Fact]
    public async Task AStaleTitleIsAnsweredTheSameWay()
    {
        var issue = await fixture.DraftAsync();
        var page = $"/issues/{issue.PublicId}/edit";

        using var stale = await Editor.PostAsync(page, ("__RequestVerificationToken", await TokenAsync(page)), ("version", "7"), ("title", "Autre"), ("intro", "Autre."), ("bylines", ""), ("date", "2026-03-06"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(("La semaine", "Autre"), await Browsing.PageOf(stale) is var both ? (both.QuerySelector("#stored-title")!.TextContent, both.QuerySelector("#written-title")!.TextContent) : default);
    }

    [Theory]
    [InlineData("Bonjour.\n\nSelon [[12|", "Line 3:")]
    [InlineData("[[999999|Nulle part]]", "there is no article 999999")]
    [InlineData("[[douze|Ici]]", "is no article")]
    public async Task AFaultyTextIsNamedByItsLineAndKept(string text, string sentence)
    {
        var issue = await fixture.DraftAsync("Une");

        using var refused = await Editor.SubmitAsync($"/issues/{issue.PublicId}/edit", $"/sections/{issue.Sections[0].PublicId}", ("heading", "Une"), ("text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browsing.PageOf(refused);
        Assert.Contains(sentence, page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("#text1")!.TextContent);
        Assert.Empty((await SectionAsync(issue.Sections[0].PublicId)).Blocks);
    }

    /// <summary>As the API: a reference leads to what readers can open, and to a section it has.</summary>
    [Fact]
    public async Task AReferenceLeadsToAPublishedIssueAndASectionOfIt()
    {
        var (draft, published) = (await fixture.DraftAsync("Une"), await fixture.DraftAsync("Il y a un an"));
        var page = $"/issues/{draft.PublicId}/edit";
        var save = $"/sections/{draft.Sections[0].PublicId}";

        using var unpublished = await Editor.SubmitAsync(page, save, ("heading", "Une"), ("text", $"[[issue:{published.PublicId}|déjà dit]]"));
        await fixture.Site.QueryAsync(db => db.Issues.Where(i => i.Id == published.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, IssueState.Sent)));
        using var elsewhere = await Editor.SubmitAsync(page, save, ("heading", "Une"), ("text", $"Bonjour.\n\n[[issue:{published.PublicId}#{draft.Sections[0].PublicId}|déjà dit]]"));
        using var there = await Editor.SubmitAsync(page, save, ("heading", "Une"), ("text", $"[[issue:{published.PublicId}#{published.Sections[0].PublicId}|déjà dit]]"));

        Assert.Contains($"Line 1: there is no published issue {published.PublicId}.", (await Browsing.PageOf(unpublished)).QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Line 3: that issue has no section {draft.Sections[0].PublicId}.", (await Browsing.PageOf(elsewhere)).QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
    }

    [Fact]
    public async Task AnEmptySectionKeepsAnIssueFromApproval()
    {
        var issue = await fixture.DraftAsync("Vide");

        using var refused = await Editor.SubmitAsync($"/issues/{issue.PublicId}/edit", $"/issues/{issue.PublicId}/approve");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Section 1, “Vide”, is empty.", (await Browsing.PageOf(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(IssueState.Draft, await fixture.Site.QueryAsync(db => db.Issues.Where(i => i.Id == issue.Id).Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task SectionsAreMovedAddedAndTakenAway()
    {
        var issue = await fixture.DraftAsync("Une", "Deux");
        var page = $"/issues/{issue.PublicId}/edit";

        using var added = await Editor.SubmitAsync(page, $"/issues/{issue.PublicId}/sections", ("heading", "Trois"));
        using var moved = await Editor.SubmitAsync(page, $"/sections/{issue.Sections[0].PublicId}/move", ("to", "down"));
        using var removed = await Editor.SubmitAsync($"/sections/{issue.Sections[1].PublicId}/remove", $"/sections/{issue.Sections[1].PublicId}/remove");

        Assert.All([added, moved, removed], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(
            [("Une", 0), ("Trois", 1)],
            await fixture.Site.QueryAsync(async db => (await db.Sections.Where(s => s.IssueId == issue.Id).OrderBy(s => s.Position).ToListAsync()).Select(s => (s.Title, s.Position)).ToList()));
    }

    [Fact]
    public async Task ThePreviewShowsWhatIsNotSavedAndSavesNothing()
    {
        var issue = await fixture.DraftAsync("Une");
        var token = ("__RequestVerificationToken", await TokenAsync($"/issues/{issue.PublicId}/edit"));
        var fields = new[] { token, ("section", issue.Sections[0].PublicId.ToString()), ("heading", "Autre <b>titre</b>"), ("text", "Pas encore enregistré.") };

        using var part = await Editor.PostAsync($"/issues/{issue.PublicId}/preview?part=article", fields);
        using var whole = await Editor.PostAsync($"/issues/{issue.PublicId}/preview", fields);

        var text = await part.Content.ReadAsStringAsync();
        Assert.Contains("Pas encore enregistré.", text, StringComparison.Ordinal);
        Assert.Contains("Autre &lt;b&gt;titre", text, StringComparison.Ordinal);
        var page = await Browsing.PageOf(whole);
        Assert.Contains("Pas encore enregistré.", page.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Pas encore enregistré.", page.QuerySelector("#text1")!.TextContent);
        Assert.Empty((await SectionAsync(issue.Sections[0].PublicId)).Blocks);
    }

    [Fact]
    public async Task AnIssueIsApprovedAndSentOnce()
    {
        await fixture.SubscribeAsync(3);
        var issue = await fixture.DraftAsync("Une");
        var (page, article) = ($"/issues/{issue.PublicId}/edit", await fixture.ArticleAsync());
        using var early = await Editor.GetAsync($"/issues/{issue.PublicId}/send");
        using var saved = await Editor.SubmitAsync(page, $"/sections/{issue.Sections[0].PublicId}", ("heading", "Une"), ("text", "Un fait"), ("credit", $"{article}"));
        using var approved = await Editor.SubmitAsync(page, $"/issues/{issue.PublicId}/approve");
        var question = await Editor.PageAsync($"/issues/{issue.PublicId}/send");
        using var sent = await Editor.SubmitAsync($"/issues/{issue.PublicId}/send", $"/issues/{issue.PublicId}/send");
        using var late = await Editor.PostAsync($"/issues/{issue.PublicId}/send", ("__RequestVerificationToken", await TokenAsync("/desk")), ("go", "1"));
        using var edit = await Editor.PostAsync($"/sections/{issue.Sections[0].PublicId}", ("__RequestVerificationToken", await TokenAsync("/desk")), ("version", "2"), ("heading", "Trop tard"), ("text", ""));

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.All([saved, approved, sent], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Contains("3 confirmed subscribers will get it", question.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Nobody gets it twice", (await Browsing.PageOf(late)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, edit.StatusCode);
        Assert.Equal(3, await fixture.Site.QueryAsync(db => db.Deliveries.CountAsync(row => db.Sends.Any(send => send.Id == row.SendId && send.IssueId == issue.Id))));
        Assert.Contains("Issue", (await Editor.PageAsync(sent.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImageOfAnIssueIsShownThroughOurOwnAddressAndFrozenWithItsOwn()
    {
        var png = Images.Png(64, 48);
        fixture.Press.Give("/figure.png?w=64&h=48", png, "image/png");
        var (issue, url) = (await fixture.DraftAsync("Une"), fixture.Press.Url("/figure.png?w=64&h=48"));
        var (page, article) = ($"/issues/{issue.PublicId}/edit", await fixture.ArticleAsync());
        using var saved = await Editor.SubmitAsync(
            page, $"/sections/{issue.Sections[0].PublicId}", ("heading", "Une"), ("text", $"!! {url}; alt=Une courbe; credit=Revue; rights=accord\n\nUn fait"), ("credit", $"{article}"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var draft = (await Editor.PageAsync(page)).QuerySelector("figure img")!.GetAttribute("src")!;
        using var approved = await Editor.SubmitAsync(page, $"/issues/{issue.PublicId}/approve");
        using var stranger = new Browsing(fixture.Site.Address, "fr");

        var shown = (await stranger.PageAsync($"/issues/{issue.PublicId}")).QuerySelector("figure img")!;
        using var picture = await stranger.GetAsync(shown.GetAttribute("src")!);

        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Equal(("Une courbe", draft), (shown.GetAttribute("alt"), shown.GetAttribute("src")));
        Assert.StartsWith("/image/", draft, StringComparison.Ordinal);
        Assert.Equal(png, await picture.Content.ReadAsByteArrayAsync());
        using var feed = await stranger.GetAsync("/feed.atom");
        var told = await feed.Content.ReadAsStringAsync();
        Assert.Contains($"{draft}\"", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        Assert.DoesNotContain("figure.png", told, StringComparison.Ordinal);
        var frozen = await fixture.Site.QueryAsync(db => db.Issues.Where(i => i.Id == issue.Id).Select(i => i.Rendition!).SingleAsync());
        Assert.All([frozen.Page, frozen.Html], form => Assert.Contains($"src=\"{WebUtility.HtmlEncode(url)}\"", form, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("went-out", DeliveryState.Sent)]
    [InlineData("again", DeliveryState.Sent)]
    [InlineData("perhaps", DeliveryState.InDoubt)]
    public async Task MailsInDoubtAreListedAndAPersonDecides(string decision, DeliveryState then)
    {
        var send = await fixture.SendInDoubtAsync("doute@lecteurs.example");
        var page = $"/sends/{send.PublicId}";

        var listed = await Editor.PageAsync(page);
        using var decided = await Editor.SubmitAsync(page, $"{page}/in-doubt", ("decision", decision));

        Assert.Contains("1 mail in doubt", listed.QuerySelector(".in-doubt .problem")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("doute@lecteurs.example", listed.QuerySelector(".in-doubt li")!.TextContent);
        Assert.Equal(page, decided.Headers.Location!.ToString());
        // What is sent again is sent by the pump, when it comes by.
        await Eventually.TrueAsync(
            () => fixture.Site.QueryAsync(async db => await db.Deliveries.Where(row => row.SendId == send.Id).Select(row => row.State).SingleAsync() == then), $"{then}");
    }

    private Task<Section> SectionAsync(Guid id) => fixture.Site.QueryAsync(db => db.Sections.SingleAsync(section => section.PublicId == id));

    private async Task<string> TokenAsync(string page) => (await Editor.PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
