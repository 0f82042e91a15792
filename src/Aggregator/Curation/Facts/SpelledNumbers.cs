namespace Aggregator.Curation.Facts;

/// <summary>Numbers written in letters, in French and English: "quatre-vingt-dix-sept", "forty-eight", "deux mille". Pure.</summary>
internal static class SpelledNumbers
{
    private static readonly Dictionary<string, int> Small = Table(
        "un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 "
        + "soixante 60 septante 70 huitante 80 octante 80 nonante 90 one 1 two 2 three 3 four 4 five 5 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 "
        + "sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");

    private static readonly Dictionary<string, int> About = Table(
        "dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100 millier 1000 dozen 12 hundred 100 cent 100 cents 100 mille 1000 thousand 1000");

    private static readonly Dictionary<string, decimal> Large = new(StringComparer.Ordinal)
    {
        ["mille"] = 1_000, ["thousand"] = 1_000, ["million"] = 1_000_000, ["millions"] = 1_000_000, ["milliard"] = 1_000_000_000, ["milliards"] = 1_000_000_000, ["billion"] = 1_000_000_000,
        ["billions"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000, ["milliers"] = 1_000,
    };

    /// <summary>What a word after figures multiplies by: "millions", "Md", "bn"; 1 for none.</summary>
    public static decimal Magnitude(string form) => form switch
    {
        "md" or "mds" or "mrd" or "bn" => 1_000_000_000,
        "mn" or "mio" => 1_000_000,
        _ => Large.GetValueOrDefault(form, 1),
    };

    /// <summary>Whether a number may begin with this word.</summary>
    public static bool IsPart(string form) => Small.ContainsKey(form) || About.ContainsKey(form);

    /// <summary>"une vingtaine", "a dozen", "des milliers": about so many.</summary>
    public static bool IsRounded(string form) => About.ContainsKey(form) && form is not ("hundred" or "cent" or "cents" or "mille" or "thousand");

    /// <summary>Reads the longest number from a word on.</summary>
    /// <param name="forms">Folded words, hyphens taken apart.</param>
    /// <returns>Its value and how many words it takes; 0 words when there is none.</returns>
    public static (decimal Value, int Words) Read(IReadOnlyList<string> forms, int at)
    {
        decimal total = 0, part = 0;
        var (taken, i) = (0, at);
        for (; i < forms.Count; i++)
        {
            var form = forms[i];
            if (form is "et" or "and" && i > at && i + 1 < forms.Count && Small.ContainsKey(forms[i + 1])) continue;
            if (Large.TryGetValue(form, out var large) && (i > at || form is "mille"))
            {
                total += Math.Max(part, 1) * large;
                part = 0;
            }
            else if (form is "cent" or "cents" or "hundred" && (i == at || part is > 0 and < 100)) part = Math.Max(part, 1) * 100;
            else if (About.TryGetValue(form, out var about) && about < 1000 && (part is 0 or 1) && form is not ("cent" or "cents" or "hundred")) part = about;
            else if (Small.TryGetValue(form, out var small) && Joins(part, small)) part = small == 20 && part % 100 == 4 && forms[i] is "vingt" or "vingts" && part % 100 == 4 ? part + 76 : part + small;
            else break;
            taken = i + 1 - at;
        }

        return taken == 0 ? (0, 0) : (total + part, taken);
    }

    /// <summary>"quarante-huit" is one number, "huit quarante" two.</summary>
    private static bool Joins(decimal part, int small)
    {
        var below = part % 100;
        return below == 0 || (below == 4 && small == 20) || (below is >= 20 and < 100 && below % 10 == 0 && small < 10) || (below is 60 or 80 && small is >= 10 and < 20) || (below is 70 or 90 or 10 && small is >= 7 and <= 9) || (below is 70 or 90 && small < 10);
    }

    private static Dictionary<string, int> Table(string pairs)
    {
        var parts = pairs.Split(' ');
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i += 2) table[parts[i]] = int.Parse(parts[i + 1], System.Globalization.CultureInfo.InvariantCulture);
        return table;
    }
}
