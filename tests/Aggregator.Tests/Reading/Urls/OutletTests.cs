using Aggregator.Reading.Urls;

namespace Aggregator.Tests.Reading.Urls;

public sealed class OutletTests
{
    [Theory]
    [InlineData("https://www.courrier.example/a/1", "courrier.example")]
    [InlineData("https://sport.courrier.example/a/1", "courrier.example")]
    [InlineData("https://web.archive.org/web/20240102030405/https://www.courrier.example/a/1", "courrier.example")]
    [InlineData("https://web.archive.org/web/2024/http:/courrier.example/a", "courrier.example")]
    [InlineData("https://sans-mur.example/https://courrier-nord.example/a/1?x=2", "courrier-nord.example")]
    [InlineData("https://lecteur.test/lire?url=https%3A%2F%2Fwww.courrier.example%2Fa", "courrier.example")]
    [InlineData("https://www-courrier-example.proxy.universite.test/a/1", "courrier.example")]
    [InlineData("https://www-le--courrier-example.translate.test/a?_x_tr_sl=fr", "le-courrier.example")]
    [InlineData("https://www.courrier.example/partager?retour=https://autre.example/x", "courrier.example")]
    [InlineData("https://www.courrier.example/sortie?url=https://sport.courrier.example/x", "courrier.example")]
    [InlineData("http://127.0.0.1:5000/a", null)]
    [InlineData("http://localhost/a", null)]
    [InlineData("clip:le-courrier", null)]
    [InlineData("rien", null)]
    [InlineData(null, null)]
    public void An_address_tells_its_outlet(string? url, string? outlet) => Assert.Equal(outlet, Outlet.KeyOf(url));

    [Theory]
    [InlineData("https://www.courrier.example/1", "Le Courrier", "https://veille.example/", "Veille", "Le Courrier")]
    [InlineData("https://www.courrier.example/1", null, "https://veille.example/", "Veille", "courrier.example")]
    [InlineData("https://www.courrier.example/1", "Courrier.example – une", "https://courrier.example/flux", "Le Courrier", "Le Courrier")]
    [InlineData("http://127.0.0.1/1", "Quelque chose", "http://127.0.0.1/flux", "Essai", "Essai")]
    public void An_article_on_its_sources_own_site_bears_the_sources_name(string article, string? site, string source, string name,
        string wanted) =>
        Assert.Equal(wanted, Outlet.NameOf(article, site, source, name));
}
