using System.Globalization;

namespace Aggregator.Web.Pages;

/// <summary>What a language is called in the reader's own.</summary>
internal static class LanguageName
{
    private static readonly Dictionary<string, (string French, string English)> Names = new(StringComparer.Ordinal)
    {
        ["fr"] = ("français", "French"), ["en"] = ("anglais", "English"), ["de"] = ("allemand", "German"), ["es"] = ("espagnol", "Spanish"),
        ["it"] = ("italien", "Italian"), ["nl"] = ("néerlandais", "Dutch"), ["pt"] = ("portugais", "Portuguese"),
    };

    /// <param name="tag">Primary subtag.</param>
    /// <param name="visit">The reader.</param>
    public static string Of(string tag, Visit visit)
    {
        if (!Names.TryGetValue(tag, out var name)) return tag;
        return visit.IsFrench ? char.ToUpper(name.French[0], CultureInfo.InvariantCulture) + name.French[1..] : name.English;
    }
}
