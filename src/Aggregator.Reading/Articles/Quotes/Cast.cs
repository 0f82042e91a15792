namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The people of a text: what a surname or a role can stand for, and whether "he" or "she" may mean them.</summary>
internal sealed class Cast(Grammar grammar)
{
    /// <summary>Beyond a novel's cast a text is no article.</summary>
    private const int MostPeople = 1_000;

    private readonly HashSet<string> people = new(StringComparer.Ordinal);
    private readonly HashSet<string> organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> genders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> roles = new(StringComparer.Ordinal);

    /// <summary>Notes the people whom a paragraph names.</summary>
    public void Read(List<Token> tokens)
    {
        foreach (var person in new PeopleReader(tokens, grammar).Read())
        {
            var name = Resolve(person.Name);
            if (people.Count < MostPeople) people.Add(name);
            if (person.IsMale is { } isMale) genders.TryAdd(name, isMale);
            foreach (var role in person.Roles) AddRole(name, role);
        }
    }

    public bool Knows(string name) => people.Contains(name);

    /// <summary>Notes that somebody was found to be a person.</summary>
    public void Add(string name) => people.Add(name);

    /// <summary>Notes that a name is taken up with "it": no "he" or "she" means it.</summary>
    public void AddOrganisation(string name) => organisations.Add(name);

    /// <summary>Notes what a pronoun that meant somebody told of them.</summary>
    public void Learn(string name, bool isMale) => genders.TryAdd(name, isMale);

    /// <summary>Notes what somebody is: each noun for a person in the words.</summary>
    public void AddRoles(string name, string words)
    {
        foreach (var word in words.ToLowerInvariant().Split(' ', '’', '\''))
            if (grammar.IsRole(word)) AddRole(name, word);
    }

    /// <summary>The only person of the text; null when there are none or several.</summary>
    public string? Only => people.Count == 1 ? people.First() : null;

    /// <summary>Whether a pronoun may mean somebody, by what is known of them.</summary>
    public bool Fits(string name, string pronoun)
    {
        if (pronoun == "it") return GivenNames.IsMale(name) is null && !genders.ContainsKey(name);
        return !organisations.Contains(name) && (!genders.TryGetValue(name, out var isMale) || isMale == grammar.IsMasculine(pronoun));
    }

    /// <summary>The whole name that a surname or initials stand for, when there is just one in the text; else the name itself.</summary>
    public string Resolve(string name) => KnownBySurname(name) ?? KnownByInitials(name) ?? name;

    /// <summary>The only person whom the text calls so: "la maire" for Anne Roy, "maire de Lens". Null when none is, or several are.</summary>
    /// <param name="words">The words without their article.</param>
    public string? CalledSo(string words)
    {
        var nouns = words.ToLowerInvariant().Split(' ', '’', '\'').Where(grammar.IsRole).ToList();
        if (nouns.Count == 0) return null;
        var fits = nouns.Select(noun => roles.GetValueOrDefault(noun, [])).Aggregate((one, other) => one.Intersect(other, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));
        return fits.Count == 1 ? fits.First() : null;
    }

    public string? KnownBySurname(string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal)) return null;
        // A link that lost its space glues the next word on: "ZuckerbergDes".
        var fits = people.Where(person => person.Contains(' ', StringComparison.Ordinal) && Ends(person[(person.LastIndexOf(' ') + 1)..], name)).ToList();
        if (fits.Count == 0) fits = people.Where(person => person.StartsWith(name + " ", StringComparison.Ordinal) && GivenNames.Knows(name)).ToList();
        return fits.Count == 1 ? fits[0] : null;
    }

    // "P. M." in an interview with Paul Marin.
    private string? KnownByInitials(string name)
    {
        var parts = name.Split(' ');
        if (parts.Length < 2 || !parts.All(part => part.Length == 2 && part[1] == '.')) return null;
        var fits = people.Where(person => person.Split(' ').Select(part => part[0]).SequenceEqual(parts.Select(part => part[0]))).ToList();
        return fits.Count == 1 ? fits[0] : null;
    }

    private void AddRole(string name, string role)
    {
        if (!roles.TryGetValue(role, out var names)) roles[role] = names = new(StringComparer.Ordinal);
        names.Add(name);
    }

    private static bool Ends(string surname, string name) =>
        name == surname || (surname.Length > 3 && name.Length > surname.Length && name.StartsWith(surname, StringComparison.Ordinal) && char.IsUpper(name[surname.Length]));
}
