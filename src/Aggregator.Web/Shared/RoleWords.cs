using Aggregator.Accounts;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    public static string Name(AccountRole role, Visit visit) => role switch
    {
        AccountRole.Contributor => visit.Say("Contributeur", "Contributor"),
        AccountRole.Editor => visit.Say("Rédacteur", "Editor"),
        AccountRole.Publisher => visit.Say("Éditeur", "Publisher"),
        _ => visit.Say("Administrateur", "Administrator"),
    };

    /// <summary>What a role may do, in a sentence.</summary>
    public static string Of(AccountRole role, Visit visit) => role switch
    {
        AccountRole.Contributor => visit.Say("Contributeur : écrit dans les sections.", "Contributor: writes in sections."),
        AccountRole.Editor => visit.Say("Rédacteur : fait les numéros.", "Editor: makes issues."),
        AccountRole.Publisher => visit.Say("Éditeur : approuve et envoie.", "Publisher: approves and sends."),
        _ => visit.Say("Administrateur : règle les sources, les comptes et le programme.", "Administrator: sets up sources, accounts and the program."),
    };
}
