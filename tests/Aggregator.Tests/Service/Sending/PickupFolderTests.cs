using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

public sealed class PickupFolderTests : IDisposable
{
    private readonly string outbox = Path.Combine(Path.GetTempPath(), "social-report-" + Guid.NewGuid().ToString("N"), "outbox");

    [Fact]
    public async Task A_mail_is_one_file_with_a_sortable_name()
    {
        var outcome = await new PickupFolder(outbox).SendAsync(Mails.Plain, CancellationToken.None);
        Assert.Equal(new MailOutcome(MailResult.HandedOver), outcome);
        Assert.True(outcome is { IsDone: true, MayTryAgain: false });
        var file = Assert.Single(Directory.GetFileSystemEntries(outbox));
        Assert.Equal("01957068000070008000000000000001.0000000007@example.org.eml", Path.GetFileName(file));
        Assert.Equal(MimeWriter.Write(Mails.Plain), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_repeated_Message_ID_overwrites_nothing()
    {
        var mailer = new PickupFolder(outbox);
        await mailer.SendAsync(Mails.Plain, CancellationToken.None);
        Assert.Equal(MailResult.AlreadyThere, (await mailer.SendAsync(Mails.Plain with { Text = "other" }, CancellationToken.None)).Result);
        Assert.Equal(MimeWriter.Write(Mails.Plain), await File.ReadAllBytesAsync(Assert.Single(Directory.GetFileSystemEntries(outbox))));
    }

    [Fact]
    public async Task Of_many_attempts_at_once_one_hands_over()
    {
        var mailer = new PickupFolder(outbox);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => mailer.SendAsync(Mails.Plain, CancellationToken.None))));
        Assert.Single(outcomes, outcome => outcome.Result == MailResult.HandedOver);
        Assert.Equal(63, outcomes.Count(outcome => outcome.Result == MailResult.AlreadyThere));
        Assert.Single(Directory.GetFileSystemEntries(outbox));
    }

    [Fact]
    public async Task A_mail_that_breaks_a_rule_leaves_no_file()
    {
        var outcome = await new PickupFolder(outbox).SendAsync(Mails.Plain with { To = new(null, "x") }, CancellationToken.None);
        Assert.Equal(MailResult.Unwritable, outcome.Result);
        Assert.False(outcome.IsDone || outcome.MayTryAgain);
        Assert.Contains("To cannot be used", outcome.Detail, StringComparison.Ordinal);
        Assert.False(Directory.Exists(outbox));
    }

    [Fact]
    public async Task A_stop_leaves_nothing_behind()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PickupFolder(outbox).SendAsync(Mails.Plain, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFileSystemEntries(outbox));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_an_outcome()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(outbox)!);
        await File.WriteAllTextAsync(outbox, "");
        var outcome = await new PickupFolder(outbox).SendAsync(Mails.Plain, CancellationToken.None);
        Assert.Equal(MailResult.TransportFault, outcome.Result);
        Assert.True(outcome.MayTryAgain);
    }

    [LinuxFact]
    public async Task Missing_rights_are_an_outcome()
    {
        // Nobody may make a folder here, not even root.
        var outcome = await new PickupFolder("/sys/kernel/outbox").SendAsync(Mails.Plain, CancellationToken.None);
        Assert.Equal(new MailOutcome(MailResult.NoRights, "/sys/kernel/outbox"), outcome);
        Assert.True(outcome.MayTryAgain);
    }

    [LinuxFact]
    public void A_full_disk_is_told_from_other_faults() =>
        Assert.Equal(MailResult.DiskFull, PickupFaults.Find(Record.Exception(() => File.WriteAllBytes("/dev/full", new byte[100_000]))!));

    [Fact]
    public void A_mistake_of_ours_is_no_outcome() => Assert.Null(PickupFaults.Find(new InvalidOperationException()));

    [Theory]
    [InlineData(MailResult.HandedOver)]
    [InlineData(MailResult.AlreadyThere)]
    [InlineData(MailResult.Unwritable)]
    [InlineData(MailResult.DiskFull)]
    [InlineData(MailResult.NoRights)]
    [InlineData(MailResult.TransportFault)]
    public void Every_outcome_has_a_sentence_in_both_languages(MailResult result)
    {
        var outcome = new MailOutcome(result, "x");
        Assert.NotEqual(MailOutcomeWords.Say(outcome, "en"), MailOutcomeWords.Say(outcome, "fr"));
        Assert.DoesNotContain("nknown", MailOutcomeWords.Say(outcome, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.b@c.example", "a.b@c.example.eml")]
    [InlineData("../x@c.example", "m-..-x@c.example-")]
    [InlineData("a|`b`$c@c.example", "m-a--b--c@c.example-")]
    [InlineData("Ab@c.example", "m--b@c.example-")]
    public void File_names_are_safe(string messageId, string beginning)
    {
        var name = MailFileName.Of(messageId);
        Assert.StartsWith(beginning, name, StringComparison.Ordinal);
        Assert.EndsWith(".eml", name, StringComparison.Ordinal);
        Assert.Equal(name, Path.GetFileName(name));
    }

    [Fact]
    public void Identifiers_that_look_alike_keep_different_names()
    {
        string[] ids = ["AB@c.example", "aB@c.example", "a/b@c.example", "a|b@c.example", new string('a', 200) + "@c.example", new string('a', 201) + "@c.example"];
        Assert.Equal(ids.Length, ids.Select(MailFileName.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids, id => Assert.True(MailFileName.Of(id).Length < 200));
    }

    public void Dispose()
    {
        var parent = Path.GetDirectoryName(outbox)!;
        if (Directory.Exists(parent)) Directory.Delete(parent, recursive: true);
    }
}

/// <summary>A fact that asks the Linux kernel for a fault.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs /sys and /dev/full.";
}
