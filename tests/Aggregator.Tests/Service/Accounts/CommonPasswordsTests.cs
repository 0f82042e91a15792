using Aggregator.Accounts;

namespace Aggregator.Tests.Service.Accounts;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("PasswordPassword1")]
    [InlineData("P4ssw0rdP4ssw0rd")]
    [InlineData("motdepasse123456")]
    [InlineData("azertyuiopqsdfghjklm")]
    [InlineData("qwertyuiop123456")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("12345678901234567890")]
    [InlineData("correct horse battery staple")]
    [InlineData("Été Été Été Été 2026")]
    [InlineData("claire.martin@revue.example")]
    [InlineData("Claire Martin 2026!")]
    [InlineData("social-report-admin")]
    [InlineData("administrateur1234")]
    public void ACommonOneIsKnownHoweverLong(string password) => Assert.True(CommonPasswords.Holds(password, "Claire Martin", "claire.martin@revue.example"));

    [Theory]
    [InlineData("une phrase assez longue")]
    [InlineData("maree-basse-demo")]
    [InlineData("quatre lanternes au bout du môle")]
    [InlineData("xK9-vq2Lr8_tZm4wB")]
    [InlineData("the heron waits for the tram")]
    [InlineData("トラムを待つ青鷺とわたし、雨の朝")]
    public void AnUncommonOneIsLeftAlone(string password) => Assert.False(CommonPasswords.Holds(password, "Claire Martin", "claire.martin@revue.example"));
}
