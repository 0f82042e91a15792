using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Accounts;
using Aggregator.Reading.Text;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>
/// Tells the administrators by mail which sources need them: at most once a day, and only when there is something that no mail has
/// told yet. What still stands from before is named below.
/// </summary>
public sealed class AlertMail(Func<AggregatorDb> databases, IMailer mailer, MailLinks links, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <returns>How many mails were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var open = await db.Alerts.Where(alert => alert.ClosedAt == null).OrderBy(alert => alert.Id).ToListAsync(stop);
        var fresh = open.Where(alert => alert.MailedAt is null).ToList();
        if (fresh.Count == 0 || await db.Alerts.AnyAsync(alert => alert.MailedAt > now - Pause, stop)) return 0;

        var handedOver = 0;
        var mails = await MakeAsync(db, open, now, stop);
        foreach (var mail in mails)
            if ((await mailer.SendAsync(mail, stop)).IsDone) handedOver++;
        // Told when one administrator was told; none (the disk is full) means another try in some minutes.
        if (handedOver == 0) return 0;
        foreach (var alert in fresh) alert.MailedAt = now;
        await db.SaveChangesAsync(stop);
        return handedOver;
    }

    private async Task<IReadOnlyList<MailMessage>> MakeAsync(AggregatorDb db, IReadOnlyList<Alert> open, DateTimeOffset now, CancellationToken stop)
    {
        var ids = open.Select(alert => alert.SourceId).ToList();
        var sources = await db.Sources.AsNoTracking().Include(source => source.Poll).Where(source => ids.Contains(source.Id)).ToDictionaryAsync(source => source.Id, stop);
        var administrators = await db.Users.AsNoTracking().Where(account => account.Role == AccountRole.Administrator && account.Email != null).OrderBy(account => account.Id).ToListAsync(stop);
        var publication = await db.Publications.AsNoTracking().OrderBy(publication => publication.Id).FirstOrDefaultAsync(stop);
        var french = (publication?.Language ?? "fr") == "fr";
        var outage = await NetworkOutage.FindAsync(db, stop);
        var all = open.Select(alert => new AlertLine(sources[alert.SourceId], alert.MailedAt is null)).ToList();
        var lines = all.Where(line => outage?.Explains(line.Source.Poll) != true).ToList();
        var isAway = lines.Count < all.Count;
        var send = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"alerts {open.Max(alert => alert.Id)} {now:yyyyMMdd}")).AsSpan(0, 16));
        return [.. administrators.Select(account => Message(account, publication is null ? new("Social Report", account.Email!) : new(publication.SenderName, publication.SenderAddress)))];

        MailMessage Message(Account account, Mailbox from)
        {
            var away = isAway ? $"{NetworkWords.Say(outage!.Sources, french ? "fr" : "en")}\n{links.Sources}\n\n" : "";
            var text = (away + Text(lines, links, now, french)).TrimEnd();
            return new()
            {
                From = from,
                To = new(account.Name, account.Email!),
                Subject = isAway ? AwaySubject(french) : Subject(lines, french),
                Text = text,
                Html = $"<!doctype html><html lang=\"{(french ? "fr" : "en")}\"><body><p>{WebUtility.HtmlEncode(text).Replace("\n\n", "</p><p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)}</p></body></html>",
                MessageId = MessageIds.Of(send, account.Id, from.Address[(from.Address.LastIndexOf('@') + 1)..]),
                Date = now,
            };
        }
    }

    private static string Subject(IReadOnlyCollection<AlertLine> lines, bool french)
    {
        var fresh = lines.Count(line => line.IsNew);
        return french ? FrenchTypography.Space(fresh == 1 ? "Social Report : une source a besoin de vous" : $"Social Report : {fresh} sources ont besoin de vous")
            : fresh == 1 ? "Social Report: a source needs you" : $"Social Report: {fresh} sources need you";
    }

    /// <summary>What matters most: the rest can be judged when it is back.</summary>
    private static string AwaySubject(bool french) => french
        ? FrenchTypography.Space($"Social Report : {NetworkWords.Short("fr")}")
        : $"Social Report: {NetworkWords.Short("en")}";

    private static string Text(IReadOnlyList<AlertLine> lines, MailLinks links, DateTimeOffset now, bool french)
    {
        var text = new StringBuilder();
        Append(lines.Where(line => line.IsNew), null);
        Append(lines.Where(line => !line.IsNew), french ? FrenchTypography.Space("Déjà signalées, et toujours ainsi :") : "Told before, and still so:");
        return text.ToString().TrimEnd();

        void Append(IEnumerable<AlertLine> part, string? head)
        {
            foreach (var (line, at) in part.Select((line, at) => (line, at)))
            {
                if (at == 0 && head is not null) text.Append(head).Append("\n\n");
                var language = french ? "fr" : "en";
                var health = SourceHealth.Of(line.Source, now);
                text.Append(line.Source.Name).Append(" (").Append(HealthWords.Name(health.State, language)).Append(")\n")
                    .Append(HealthWords.Say(line.Source.Poll, health, now, language)).Append('\n').Append(links.Source(line.Source.Id)).Append("\n\n");
            }
        }
    }

    private sealed record AlertLine(Source Source, bool IsNew);
}
