using System.Collections.Frozen;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>A run of capitalised words that a text treats as a person.</summary>
/// <param name="Name">Without titles of address and words for what they do.</param>
/// <param name="From">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Roles">Nouns for what the person is, in lower case.</param>
/// <param name="IsMale">What an article or a title of address beside it tells of the person; null when nothing does.</param>
internal sealed record NamedPerson(string Name, int From, int End, IReadOnlyList<string> Roles, bool? IsMale);

/// <summary>Looks for people in a paragraph by what stands beside their names: a role, an age, "who", a clause that they are the subject of.</summary>
internal sealed class PeopleReader(List<Token> tokens, Grammar grammar)
{
    private const int FarthestRole = 9;
    private static readonly FrozenSet<string> Auxiliaries = "does did has had is was will would ne n’".Split(' ').ToFrozenSet();
    private readonly SubjectReader subjects = new(tokens, grammar);

    public IEnumerable<NamedPerson> Read()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var isAddressed = grammar.IsHonorific(tokens[i].Word) && i + 1 < tokens.Count;
            var from = isAddressed ? i + 1 : i;
            var end = subjects.NameRun(from, tokens.Count);
            if (end <= from) continue;
            if (Person(from, end, isAddressed) is { } person) yield return person;
            i = end - 1;
        }
    }

    private NamedPerson? Person(int run, int end, bool isAddressed)
    {
        var from = run;
        var roles = new List<string>();
        while (end - from > 2 && grammar.IsRoleName(tokens[from].Text)) roles.Add(tokens[from++].Word);
        var isMale = RolesBefore(from, roles);
        RolesBehind(end, roles, ref isMale);
        if (isAddressed) isMale = grammar.IsMaleTitle(tokens[run - 1].Word) ?? isMale;
        var name = string.Join(' ', tokens.GetRange(from, end - from).Select(token => token.Text));
        var isPerson = isAddressed || (end - from == 1 ? HasAge(end) || (roles.Count > 0 && GivenNames.Knows(name)) : IsPerson(name, from, end, roles));
        return isPerson ? new(name, from, end, roles, isMale ?? GivenNames.IsMale(name)) : null;
    }

    private bool IsPerson(string name, int from, int end, List<string> roles)
    {
        if (GivenNames.Knows(name)) return true;
        if (end - from > 3 || Holds(from, end) || (from > 0 && grammar.IsArticle(tokens[from - 1].Word))) return false;
        return roles.Count > 0 || HasAge(end) || IsFollowedByWho(end) || (IsSubjectOfClause(from, end) && !IsTakenUpAsMany(end));
    }

    // "Port Authority", "the Times": words that people's names do not hold.
    private bool Holds(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (grammar.IsBody(tokens[i].Word) || grammar.IsTitle(tokens[i].Word) || (i == from && grammar.IsArticle(tokens[i].Word)) || char.IsDigit(tokens[i].Text[0])) return true;
        return false;
    }

    // "the union leader Ann Lee", "la présidente du club, Anne Roy"; the article in French tells the gender.
    private bool? RolesBefore(int from, List<string> roles)
    {
        var i = from - 1;
        if (i >= 0 && tokens[i].Is(',')) i--;
        else if (i >= 0 && !IsRole(i)) return null;
        for (var first = Math.Max(0, from - FarthestRole); i >= first && tokens[i].IsWord && !grammar.IsBarrier(tokens[i].Word) && !grammar.IsFiniteVerb(tokens[i].Word); i--)
        {
            if (IsRole(i)) roles.Add(tokens[i].Word);
            if (!grammar.IsArticle(tokens[i].Word) || (i > 0 && grammar.IsPreposition(tokens[i - 1].Word))) continue;
            return roles.Count > 0 && IsRole(i + 1) ? grammar.IsMaleArticle(tokens[i].Word) : null;
        }

        return null;
    }

    // ", maire de Lyon," and ", la présidente du club," behind the name.
    private void RolesBehind(int end, List<string> roles, ref bool? isMale)
    {
        if (end + 1 >= tokens.Count || !tokens[end].Is(',')) return;
        var at = end + 1;
        if (grammar.IsArticle(tokens[at].Word))
        {
            if (at + 1 < tokens.Count && IsRole(at + 1)) isMale ??= grammar.IsMaleArticle(tokens[at].Word);
            at++;
        }

        for (var limit = Math.Min(tokens.Count, at + FarthestRole); at < limit && tokens[at].IsWord && !tokens[at].IsCapital && !grammar.IsBarrier(tokens[at].Word); at++)
        {
            if (grammar.IsFiniteVerb(tokens[at].Word) || (roles.Count > 0 && grammar.IsPreposition(tokens[at].Word))) return;
            if (IsRole(at)) roles.Add(tokens[at].Word);
        }
    }

    private bool IsRole(int i) => tokens[i].IsWord && (!tokens[i].IsCapital || i == 0 || tokens[i - 1].EndsSentence) && grammar.IsRole(tokens[i].Word);

    private bool HasAge(int end) =>
        end + 1 < tokens.Count && tokens[end].Is(',') && tokens[end + 1].Text.Length is 1 or 2 && char.IsAsciiDigit(tokens[end + 1].Text[0])
        && (end + 2 == tokens.Count || !tokens[end + 2].IsWord || tokens[end + 2].Word is "ans" or "years");

    private bool IsFollowedByWho(int end) =>
        end < tokens.Count && (tokens[end].Word is "who" or "qui" || (tokens[end].Is(',') && end + 1 < tokens.Count && tokens[end + 1].Word is "who" or "qui" or "whose" or "dont"));

    // Behind the beginning of a clause and before a verb, as people's names stand: "but Morven Aitken rows".
    private bool IsSubjectOfClause(int from, int end)
    {
        if (end < tokens.Count && (grammar.IsAuxiliary(tokens[end].Word) || Auxiliaries.Contains(tokens[end].Word))) return true;
        if (IsApposition(from, end)) return true;
        var opens = from == 0 || tokens[from - 1].EndsSentence || tokens[from - 1].Is(',') || tokens[from - 1].IsQuote || grammar.IsBarrier(tokens[from - 1].Word);
        if (!opens || end >= tokens.Count) return false;
        if (tokens[end].IsWord) return !tokens[end].IsCapital && !grammar.IsPreposition(tokens[end].Word) && tokens[end].Word is not ("and" or "et");
        return tokens[end].Is('(');
    }

    // "His deputy, Jocelyn Mbeki, had a different worry": what somebody is, who, and a verb.
    private bool IsApposition(int from, int end)
    {
        if (from < 3 || !tokens[from - 1].Is(',') || end + 1 >= tokens.Count || !tokens[end].Is(',') || !tokens[end + 1].IsWord || tokens[end + 1].IsCapital) return false;
        var start = from - 2;
        while (start > 0 && tokens[start - 1].IsWord && from - start < FarthestRole) start--;
        return grammar.IsArticle(tokens[start].Word) && !tokens[from - 2].IsCapital && (start == 0 || tokens[start - 1].EndsSentence);
    }

    // "Ridgeway Town sacked their manager": one person has no "their".
    private bool IsTakenUpAsMany(int end)
    {
        for (var i = end; i < tokens.Count && !tokens[i].EndsSentence && !tokens[i].Is(','); i++)
            if (tokens[i].Word is "their" or "its" or "leur" or "leurs") return true;
        return false;
    }
}
