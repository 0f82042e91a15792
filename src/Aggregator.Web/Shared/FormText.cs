using System.Globalization;

namespace Aggregator.Web.Shared;

/// <summary>Reads what a form sends.</summary>
internal static class FormText
{
    /// <summary>What a form sends, with line feeds for its breaks (HTML sends CR LF).</summary>
    public static string Lines(this string? text) => (text ?? "").ReplaceLineEndings("\n");

    /// <summary>What was chosen of a list whose first line is "none of them": the framework refuses such a blank where it binds an id.</summary>
    public static Guid? AsGuid(this string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <inheritdoc cref="AsGuid"/>
    public static int? AsNumber(this string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
