using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Tests.Bench;

/// <summary>
/// An old feed as if its newest entry had just been published: all its dates are moved by the same time, and its addresses lead to another
/// host, which has none of their pages.
/// </summary>
internal static partial class FeedAsOf
{
    /// <summary>How long ago the newest entry is published.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <param name="feed">Its bytes, as they are or packed by gzip.</param>
    /// <param name="host">Where addresses lead, with its port.</param>
    /// <param name="now">The moment; dates after it are left out of account.</param>
    public static byte[] Of(byte[] feed, string host, DateTimeOffset now)
    {
        // Latin-1 keeps every byte; dates and addresses are ASCII.
        var text = Encoding.Latin1.GetString(Unpacked(feed));
        var entries = string.Concat(Entry().Matches(text).Select(match => match.Value));
        var dates = Date().Matches(entries.Length > 0 ? entries : text).Select(Read).OfType<DateTimeOffset>();
        var known = dates.Where(date => date < now).ToList();
        if (known.Count > 0)
        {
            var ahead = now - Age - known.Max();
            text = Date().Replace(text, match => Read(match) is { } date ? Write(match, date + ahead) : match.Value);
        }

        return Encoding.Latin1.GetBytes(WithLinksTo(text, host));
    }

    /// <summary>The text with all addresses at one host, the old one at the beginning of the path. Names of vocabularies stay.</summary>
    public static string WithLinksTo(string text, string host) =>
        Link().Replace(text, match => $"http://{host}/_/{match.Groups["host"].Value}");

    private static byte[] Unpacked(byte[] feed)
    {
        if (feed is not [0x1f, 0x8b, ..]) return feed;
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(feed), CompressionMode.Decompress)) gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>The zone does not matter: a few hours more or less.</summary>
    private static DateTimeOffset? Read(Match match)
    {
        var groups = match.Groups;
        var (text, form) = groups["year"].Success
            ? ($"{groups["day"].Value} {groups["month"].Value} {groups["year"].Value} {groups["time"].Value}", "d MMM yyyy HH:mm")
            : (groups["iso"].Value, "yyyy-MM-ddTHH:mm");
        return DateTimeOffset.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date : null;
    }

    private static string Write(Match match, DateTimeOffset date) =>
        date.ToString(match.Groups["year"].Success ? "r" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<(?<kind>item|entry)[ >].*?</\k<kind>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Entry();

    [GeneratedRegex(
        """
        ((Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,\ )?
          (?<day>\d{1,2})\ (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\ (?<year>\d{4})\ (?<time>\d\d:\d\d)
          (:\d\d)?\ ([A-Z]{2,4}|[+-]\d{4})
        | (?<iso>\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Date();

    [GeneratedRegex(
        """(?<!xmlns(:\w+)?\s*=\s*["']|"version"\s*:\s*")https?://(?<host>[A-Za-z0-9.-]+\.[a-z]{2,})(?=[/"'<?#])""",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();
}
