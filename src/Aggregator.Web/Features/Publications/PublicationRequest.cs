using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Publications;

/// <summary>A publication as the API shows it.</summary>
internal sealed record PublicationAnswer(
    Guid Id, string Title, string? Description, string Language, string TimeZone, string SenderName, string SenderAddress, Visibility Visibility, Guid? Twin, int? Deputy, HouseStyle House)
{
    public static PublicationAnswer Of(Publication p, Guid? twin) =>
        new(p.PublicId, p.Title, p.Description, p.Language, p.TimeZone, p.SenderName, p.SenderAddress, p.Visibility, twin, p.DeputyId, p.House);
}

/// <summary>A publication as it is made or changed, whole; what may be left out keeps what it was.</summary>
/// <param name="Twin">Id of the same series in the other language.</param>
/// <param name="Deputy">Account that may approve whatever its role.</param>
internal sealed record PublicationRequest(
    string? Title, string? Description, string? Language, string? TimeZone, string? SenderName, string? SenderAddress, Visibility? Visibility, Guid? Twin, int? Deputy, HouseStyle? House)
{
    public async Task<IResult?> ProblemAsync(AggregatorDb db, CancellationToken stop) => Fault()?.Problem
        ?? (Twin is { } twin && !await db.Publications.AnyAsync(p => p.PublicId == twin, stop) ? ApiProblem.Field("twin", $"There is no publication {twin}.")
        : Deputy is { } deputy && !await db.Users.AnyAsync(account => account.Id == deputy, stop) ? ApiProblem.Field("deputy", $"There is no account {deputy}.")
        : null);

    public async Task ApplyAsync(AggregatorDb db, Publication publication, CancellationToken stop)
    {
        publication.Title = Title!;
        publication.Description = Description;
        publication.Language = Language!;
        publication.TimeZone = TimeZone!;
        publication.SenderName = SenderName!;
        publication.SenderAddress = MailAddressSyntax.TryParse(SenderAddress, out var address) ? address : SenderAddress!;
        publication.Visibility = Visibility ?? publication.Visibility;
        publication.House = House ?? publication.House;
        publication.DeputyId = Deputy;
        publication.TwinId = Twin is null ? null : await db.Publications.Where(p => p.PublicId == Twin).Select(p => (int?)p.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>What cannot be taken, for a program or for a person.</summary>
    internal FieldFault? Fault() =>
        string.IsNullOrWhiteSpace(Title) || Title.Length > 200 ? new("title", "Donnez un titre de 1 à 200 caractères.", "Give a title of 1 to 200 characters.")
        : Description?.Length > 1000 ? new("description", "Une description compte 1 000 caractères au plus.", "A description has 1,000 characters at the most.")
        : Language is not ("fr" or "en") ? new("language", "Choisissez fr ou en.", "Write fr or en.")
        : TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? new("timeZone", "Donnez un fuseau IANA comme Europe/Paris.", "Give an IANA time zone such as Europe/Paris.")
        : string.IsNullOrWhiteSpace(SenderName) || SenderName.Length > 200 ? new("senderName", "Dites qui envoie le courriel, en 1 à 200 caractères.", "Say who the mail comes from, in 1 to 200 characters.")
        : !MailAddressSyntax.TryParse(SenderAddress, out _) ? new("senderAddress", "Donnez l’adresse d’où part le courriel.", "Give the e-mail address the mail comes from.")
        : House is { } house && HouseRules.Problem(house) is { } problem ? new(problem.Field, problem.French, problem.English)
        : null;
}
