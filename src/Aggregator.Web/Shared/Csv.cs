using System.Globalization;
using System.Text;
using CsvHelper;

namespace Aggregator.Web.Shared;

/// <summary>A CSV file (RFC 4180) for a spreadsheet: UTF-8 with its mark, and what would be taken for a formula is none (OWASP, CSV injection).</summary>
internal static class Csv
{
    public static IResult File(string name, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new() { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteHeader([.. head]);
            foreach (var row in rows) csv.WriteRecord([.. row]);
        }

        return Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", name);
    }
}
