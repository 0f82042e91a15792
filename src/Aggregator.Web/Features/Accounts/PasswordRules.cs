using Aggregator.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Features.Accounts;

/// <summary>What a password must be: long, and not one that is tried first. No rules about digits and signs (NIST SP 800-63B-4 §3.1.1.2).</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>Characters at the least and at the most.</summary>
    public const int Least = 15, Most = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var fault = FaultOf(password, user);
        return Task.FromResult(fault is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = fault.ToString()!, Description = Say(fault.Value, "en") }));
    }

    /// <returns>What is wrong with it, or null.</returns>
    public static PasswordFault? FaultOf(string? password, Account user) =>
        (password?.Length ?? 0) < Least ? PasswordFault.Short
        : password!.Length > Most ? PasswordFault.Long
        : CommonPasswords.Holds(password, user.Name, user.Email ?? "") ? PasswordFault.Common
        : null;

    public static string Say(PasswordFault fault, string language) => (fault, language == "fr") switch
    {
        (PasswordFault.Short, true) => "Le mot de passe doit compter quinze caractères au moins\u00A0; une phrase convient.",
        (PasswordFault.Short, false) => "The password must have fifteen characters at least; a phrase will do.",
        (PasswordFault.Long, true) => "Le mot de passe peut compter deux cents caractères au plus.",
        (PasswordFault.Long, false) => "The password may have two hundred characters at the most.",
        (_, true) => "Ce mot de passe est de ceux qu’on essaie d’abord\u00A0: répétitions, suites de touches, mots de tous les jours, votre nom. Prenez quelques mots sans rapport entre eux.",
        _ => "This password is one of those that are tried first: repetitions, runs of keys, everyday words, your name. Take a few words that have nothing to do with each other.",
    };
}

internal enum PasswordFault
{
    Short,
    Long,
    Common,
}
