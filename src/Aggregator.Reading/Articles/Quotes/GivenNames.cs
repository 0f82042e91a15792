using System.Collections.Frozen;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Common first names of France and the English-speaking countries: they tell a person from an organisation, and "il" from "elle".</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Male = Set(
        "adam adrien alain alan albert alex alexander alexandre alexis alfred ali andré andrew anthony antoine antonio arnaud arthur aurélien baptiste benjamin benoît bernard bilal bill bob boris brian bruce bruno cédric charles charlie christian christophe "
        + "christopher clément colin cyril damien daniel dave david denis didier dimitri dominic donald douglas edward éric eric elon émile emmanuel étienne fabien fabrice farid fareed félix florian franck françois frank frédéric gabriel gaël george georges gérard gilles "
        + "graham grégory guillaume gustave guy harry henri henry hervé hugo hugues ian ibrahim ivan jack jacques jake james jason jean jeff jérémy jérôme jim joe joel john jonathan jordan joseph josh julian julien justin karim keir keith kevin kylian laurent léo léon leo liam "
        + "lionel loïc louis luc lucas ludovic luke malik marc marcel marcus mario mark martin mathieu matt matthew matthieu max maxime mehdi michael michel mike mohamed mohammed nabil nathan neil nicolas nicholas nick noah noël olivier oliver oscar pascal patrice patrick paul "
        + "peter philip philippe pierre quentin rachid ralph raphaël raymond régis rémi rené richard rishi rob robert robin roger roland romain ronan roy samir samuel sam sébastien serge simon stan stanislas stéphane stephen steve steven sylvain ted théo thierry thibault thibaut thomas "
        + "tim timothy tom tony tristan victor vincent walter will william xavier yann yannick yves youssef zack");

    private static readonly FrozenSet<string> Female = Set(
        "adèle agathe agnès alexandra alice alicia aline amanda ambre amélie amina amy ana anaïs andrea angela angèle anita anna anne annie ann aurélie aurore barbara béatrice beth betty brigitte camille carla carol carole caroline catherine cécile céline chantal charlotte chloé "
        + "christelle christiane christina christine claire clara clémence clémentine colette corinne cynthia danielle deborah delphine denise diana diane dominique dorothée edith élisabeth elisabeth elizabeth élise ella ellen élodie emily emma émilie emilie estelle esther eva ève eve fanny "
        + "fatima fatou florence françoise gabrielle geneviève gisèle grace gwenaëlle hannah heather helen hélène helena inès inez ingrid irène isabelle jacqueline jane janet jennifer jenny jessica joan joanna joyce judith julia julie juliette justine karen kate katherine laetitia laura laure "
        + "laurence léa leïla léna lina linda lisa lise lola louise lucie lucy lydia lynn madeleine maëlle manon margaret margaux margot maria marie marina marine marion marlène martha martine mary mathilde maud mélanie mélissa melissa michèle michelle mireille monica monique muriel myriam nadia "
        + "nadine nancy naomi natacha nathalie nicole noémie nora océane odile olivia pamela pascale patricia pauline perrine rachel rachida rebecca régine rosa rose ruth sabine sabrina salomé samira sandra sandrine sara sarah ségolène sharon sheila simone solène sonia sophie stéphanie susan suzanne "
        + "sylvie tara teresa thérèse ursula valérie vanessa véronique victoria virginie vivian wendy yasmine yvette zoé zoe");

    public static bool Knows(string name) => Male.Contains(First(name)) || Female.Contains(First(name));

    /// <summary>True for a man's name, false for a woman's, null when it is neither or unknown.</summary>
    public static bool? IsMale(string name) => Male.Contains(First(name)) ? true : Female.Contains(First(name)) ? false : null;

    private static string First(string name)
    {
        var first = name.Split(' ', 2)[0].ToLowerInvariant();
        return first.Contains('-', StringComparison.Ordinal) ? first.Split('-')[0] : first;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
