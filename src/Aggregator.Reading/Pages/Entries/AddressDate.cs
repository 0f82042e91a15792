using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Reads the day that many publishers write into their addresses: "/2020/08/28/", "/2022/04/", "-20190110".</summary>
internal static partial class AddressDate
{
    /// <summary>The date and how exact it is, or null.</summary>
    public static (DateTimeOffset Day, DatePrecision Precision)? Of(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        var path = address.AbsolutePath;
        return Read(Slashed().Match(path)) ?? Read(Run().Match(path)) ?? Read(Month().Match(path));
    }

    private static (DateTimeOffset, DatePrecision)? Read(Match match)
    {
        if (!match.Success) return null;
        var (year, month) = (Number(match, "y"), Number(match, "m"));
        var day = match.Groups["d"].Success ? Number(match, "d") : 0;
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day > DateTime.DaysInMonth(year, month)) return null;
        return (new DateTimeOffset(year, month, Math.Max(1, day), 0, 0, 0, TimeSpan.Zero), day == 0 ? DatePrecision.Month : DatePrecision.Day);
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>\d{1,2})[/-](?<d>[0-3]?\d)(?:[/_.-]|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>0[1-9]|1[0-2])(?:/|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Month();
}
