using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Accounts;

/// <summary>Signing in, one's own account, its keys, setting up.</summary>
internal static class AccountsFeature
{
    public static void Map(SiteRoutes routes)
    {
        SignInPageHandler.Map(routes.Pages);
        SignInCodePageHandler.Map(routes.Pages);
        ChoosePasswordPageHandler.Map(routes.Pages);
        SetUpPageHandler.Map(routes.Pages);
        AccountPageHandler.Map(routes.Pages);
        KeysApi.Map(routes.Api);
    }
}
