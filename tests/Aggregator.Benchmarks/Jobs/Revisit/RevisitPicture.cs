using System.Globalization;

namespace Aggregator.Benchmarks.Jobs.Revisit;

/// <summary>Draws the curve: mean age over visits, both on logarithmic scales, light and dark.</summary>
internal static class RevisitPicture
{
    private const double Left = 72, Right = 620, Top = 20, Bottom = 300;
    private static readonly double[] Visits = [4, 8, 16, 32], Minutes = [10, 20, 40, 80, 160];

    public static string Draw(IReadOnlyList<RevisitPoint> points) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 360" role="img" aria-label="Mean age of a new article over visits a source and day: at its own rhythm about half of that at fixed intervals">
        <style>text {"{"} font: 13px system-ui, sans-serif; fill: light-dark(#333, #ccc) {"}"} svg {"{"} color-scheme: light dark {"}"} .grid {"{"} stroke: light-dark(#ddd, #444) {"}"} .own {"{"} stroke: #1b7f5c; fill: none; stroke-width: 3 {"}"} .fixed {"{"} stroke: #8a8a8a; fill: none; stroke-width: 3; stroke-dasharray: 6 5 {"}"}</style>
        {string.Concat(Visits.Select(visits => Text($"<line class=\"grid\" x1=\"{X(visits):0.#}\" x2=\"{X(visits):0.#}\" y1=\"{Top}\" y2=\"{Bottom}\"/><text x=\"{X(visits):0.#}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{visits}</text>\n")))}
        {string.Concat(Minutes.Select(minutes => Text($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(minutes):0.#}\" y2=\"{Y(minutes):0.#}\"/><text x=\"{Left - 8}\" y=\"{Y(minutes) + 4:0.#}\" text-anchor=\"end\">{minutes} min</text>\n")))}
        <polyline class="fixed" points="{Line(points, point => point.Fixed)}"/>
        <polyline class="own" points="{Line(points, point => point.Own)}"/>
        {Text($"<text x=\"{X(points[3].VisitsADay) + 10:0.#}\" y=\"{Y(points[3].Fixed.TotalMinutes) - 8:0.#}\">fixed intervals</text><text x=\"{X(points[3].VisitsADay) - 130:0.#}\" y=\"{Y(points[3].Own.TotalMinutes) + 16:0.#}\">its own rhythm</text>")}
        <text x="{(Left + Right) / 2}" y="350" text-anchor="middle">visits a source and day</text>
        </svg>
        """;

    private static string Line(IEnumerable<RevisitPoint> points, Func<RevisitPoint, TimeSpan> age) =>
        string.Join(' ', points.Select(point => Text($"{X(point.VisitsADay):0.#},{Y(age(point).TotalMinutes):0.#}")));

    private static double X(double visits) => Left + (Right - Left) * Math.Log(visits / 3) / Math.Log(48 / 3.0);

    private static double Y(double minutes) => Bottom - (Bottom - Top) * Math.Log(minutes / 8) / Math.Log(200 / 8.0);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
