using System.Collections.Concurrent;
using System.Globalization;
using Aggregator.Sources;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>What a language is called in the reader's own: the names of CLDR, as ICU brings them.</summary>
internal static class LanguageName
{
    private static readonly ConcurrentDictionary<(string Tag, bool IsFrench), string> Known = new();

    private static readonly Lock Asking = new();

    /// <summary>As a label: "Ourdou", "Urdu".</summary>
    /// <param name="tag">A language tag; what is none, or has no name, stays as it is.</param>
    /// <param name="visit">The reader.</param>
    public static string Of(string tag, Visit visit)
    {
        var name = Within(tag, visit);
        return name == tag ? tag : char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    /// <summary>As within a sentence: "ourdou", "Urdu".</summary>
    /// <inheritdoc cref="Of"/>
    public static string Within(string tag, Visit visit) => Known.GetOrAdd((tag, visit.IsFrench), key => Find(key.Tag, key.IsFrench) ?? key.Tag);

    private static string? Find(string tag, bool isFrench)
    {
        // "und" is the invariant culture to .NET, whose name is no language's.
        if (LanguageTag.Normalize(tag) is not { } whole || whole == "und") return null;
        lock (Asking)
        {
            var before = CultureInfo.CurrentUICulture;
            try
            {
                // A display name is in the language of the thread's user interface; there is no other way to ask for it.
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(isFrench ? "fr-FR" : "en-GB");
                return CultureInfo.GetCultureInfo(whole).DisplayName is { Length: > 0 } name && !name.Equals(whole, StringComparison.OrdinalIgnoreCase) ? name : null;
            }
            catch (CultureNotFoundException)
            {
                return null;
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
    }
}
