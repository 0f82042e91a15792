namespace Aggregator.Reading.Searching;

/// <summary>What can be wrong in a query, in words.</summary>
internal static class SearchFaults
{
    public static SearchFault TooLong(int length) => new(
        SearchQuery.MostCharacters, $"La recherche compte {length} caractères : gardez-en {SearchQuery.MostCharacters} au plus.",
        $"The search has {length} characters: keep {SearchQuery.MostCharacters} at most.");

    public static SearchFault TooMany(int at) => new(
        at, $"La recherche compte plus de {SearchQuery.MostTerms} mots : retirez-en.", $"The search has more than {SearchQuery.MostTerms} words: take some away.");

    public static SearchFault OpenQuote(int at) => new(
        at, "Un guillemet n’est pas fermé : fermez l’expression, ou retirez-le.", "A quotation mark is not closed: close the phrase, or take the mark away.");

    public static SearchFault LonelyOr(int at) => new(
        at, "OR se place entre deux mots ou expressions, comme : grève OR manifestation.", "OR stands between two words or phrases, as in: strike OR protest.");

    public static SearchFault UnknownFilter(int at, string name) => new(
        at, $"Le filtre {name}: n’existe pas ; il y a source:, lang:, after:, before:, story:, tag:, has:. Mettez des guillemets pour chercher ce texte.",
        $"There is no filter {name}:. There are source:, lang:, after:, before:, story:, tag:, has:. Put it in quotation marks to search for the text.");

    public static SearchFault NoValue(int at, string name) => new(
        at, $"Il manque une valeur après {name}: ; écrivez-la sans espace.", $"A value is missing after {name}: write it without a space.");

    public static SearchFault BadValue(int at, FilterName name, string value) => name switch
    {
        FilterName.After or FilterName.Before => new(at, $"« {value} » n’est pas une date : écrivez 2026-01-31, 2026-01 ou 2026.", $"“{value}” is not a date: write 2026-01-31, 2026-01 or 2026."),
        FilterName.Lang => new(at, $"« {value} » n’est pas un code de langue : écrivez fr ou en.", $"“{value}” is not a language code: write fr or en."),
        FilterName.Story => new(at, $"« {value} » n’est pas un numéro d’histoire.", $"“{value}” is not the number of a story."),
        FilterName.Has => new(at, $"has:{value} n’existe pas : il y a has:image.", $"There is no has:{value}: there is has:image."),
        _ => new(at, $"« {value} » ne dit rien : écrivez un mot.", $"“{value}” says nothing: write a word."),
    };
}
