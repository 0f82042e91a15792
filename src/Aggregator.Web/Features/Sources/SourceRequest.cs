using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Sources;

/// <summary>A source as it is added or changed, whole: what is left out takes its usual value.</summary>
internal sealed record SourceRequest(
    string? Url, string? Name, string? Language, List<string>? Topics, SourceKind? Kind, double? Weight, TimeSpan? Interval, bool? IsRetired, int? KeepDays = null, int? KeepArticles = null)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15), Longest = TimeSpan.FromHours(24);

    public static SourceRequest Of(Source source) => new(
        source.Url, source.Name, source.Language, source.Topics, source.Kind, source.Weight, source.Interval, source.RetiredAt is not null,
        source.KeepDays, source.KeepArticles);

    public IResult? Problem() => Fault()?.Problem;

    /// <summary>What cannot be taken, for a program or for a person.</summary>
    public FieldFault? Fault() =>
        !IsAddress(Url) ? new("url", "Donnez une adresse http ou https.", "Give an http or https address.")
        : string.IsNullOrWhiteSpace(Name) || Name.Length > 200 ? new("name", "Donnez un nom de 1 à 200 caractères.", "Give a name of 1 to 200 characters.")
        : Language is not null && LanguageTag.Normalize(Language) is null ? new("language", "Donnez une étiquette de langue comme fr ou fr-CA, ou laissez vide.", "Give a language tag such as fr or fr-CA, or leave it out.")
        : Topics?.Count > 50 || Topics?.Any(topic => string.IsNullOrWhiteSpace(topic) || topic.Length > 100) == true
            ? new("topics", "Donnez au plus 50 thèmes de 1 à 100 caractères.", "Give at most 50 topics of 1 to 100 characters.")
        : Weight is not null and not (>= 0.1 and <= 10) ? new("weight", "Donnez un poids de 0,1 à 10.", "Give a weight from 0.1 to 10.")
        : Interval < Shortest || Interval > Longest ? new("interval", "Donnez un temps de 00:15:00 à 1.00:00:00, ou laissez vide.", "Give a time from 00:15:00 to 1.00:00:00, or leave it out.")
        : KeepDays is < 0 or > 36_500 ? new("keepDays", "Donnez 0 (toujours) à 36500 jours, ou laissez vide.", "Give 0 (for ever) to 36500 days, or leave it out.")
        : KeepArticles < 0 ? new("keepArticles", "Donnez 0 (tous) ou un nombre d’articles, ou laissez vide.", "Give 0 (all) or a number of articles, or leave it out.")
        : null;

    /// <summary>Sets what differs, and notes that an editor set it.</summary>
    public void Apply(Source source, DateTimeOffset now)
    {
        Set(source, SourceFields.Name, source.Name != Name, () => source.Name = Name!);
        var language = LanguageTag.Normalize(Language);
        Set(source, SourceFields.Language, source.Language != language, () => source.Language = language);
        Set(source, SourceFields.Topics, !source.Topics.SequenceEqual(Topics ?? [], StringComparer.Ordinal), () => source.Topics = Topics ?? []);
        Set(source, SourceFields.Kind, source.Kind != (Kind ?? SourceKind.Auto), () => Become(source, now));
        Set(source, SourceFields.Weight, !source.Weight.Equals(Weight ?? 1), () => source.Weight = Weight ?? 1);
        Set(source, SourceFields.Interval, source.Interval != Interval, () => source.Interval = Interval);
        Set(source, SourceFields.Retired, source.RetiredAt is not null != (IsRetired ?? false), () => Retire(source, now));
        Set(source, SourceFields.Keep, (source.KeepDays, source.KeepArticles) != (KeepDays, KeepArticles), () => (source.KeepDays, source.KeepArticles) = (KeepDays, KeepArticles));
        if (source.Url == Url && source.Poll.Host.Length > 0) return;
        source.Url = Url!;
        source.UrlKey = UrlKey.Of(Url!);
        source.Poll.Host = WebHost.Of(new Uri(Url!))!;
        source.Poll.DueAt = now;
    }

    private static bool IsAddress(string? url) =>
        url?.Length <= 2000 && Uri.TryCreate(url, UriKind.Absolute, out var address) && WebHost.IsWeb(address) && address.UserInfo.Length == 0;

    private static void Set(Source source, SourceFields field, bool differs, Action set)
    {
        if (!differs) return;
        set();
        source.EditedFields |= field;
    }

    private void Become(Source source, DateTimeOffset now)
    {
        source.Kind = Kind ?? SourceKind.Auto;
        source.Poll.ReadAnew(now);
    }

    private void Retire(Source source, DateTimeOffset now)
    {
        source.RetiredAt = IsRetired == true ? now : null;
        if (source.RetiredAt is null) source.Poll.DueAt = now;
    }
}
