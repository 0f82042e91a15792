using System.Text;
using Aggregator.Reading.Robots;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Reading.Robots;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/A", true)]
    [InlineData("user-AGENT : *\r\n  DISALLOW :  /a  # why", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    // The longest rule decides; of two as long the one that allows.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /", "/page", true)]
    // Groups: ours before everybody's, joined where the name stands twice.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: SocialReport\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: socialreport\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/x", false)]
    [InlineData("User-agent: SocialReport/2.0\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: SocialReporter\nDisallow: /x", "/x", true)]
    [InlineData("User-agent: SocialReport\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: Other\nUser-agent: SocialReport\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: SocialReport\nDisallow: /x\nUser-agent: Other\nDisallow: /y", "/y", true)]
    [InlineData("User-agent: SocialReport\nDisallow: /x\n\nUser-agent: SocialReport\nDisallow: /y", "/y", false)]
    [InlineData("User-agent: *\nSitemap: https://a.example/s.xml\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: *\nCrawl-delay: 10\nDisallow: /x", "/x", false)]
    // Stars and ends.
    [InlineData("User-agent: *\nDisallow: /*.php", "/a/b.php?x=1", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php/b.php", false)]
    [InlineData("User-agent: *\nDisallow: *", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXbXbYc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/aXbXcX", true)]
    [InlineData("User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$b", false)]
    // One form for what means the same.
    [InlineData("User-agent: *\nDisallow: /caf\u00e9", "/caf%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/caf\u00e9", false)]
    [InlineData("User-agent: *\nDisallow: /%61", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /a?x=", "/a?x=1", false)]
    public void RulesMeanWhatTheStandardSays(string file, string path, bool expected) =>
        Assert.Equal(expected, RobotsFile.Read(Encoding.UTF8.GetBytes(file), "SocialReport").Allows(new Uri("https://a.example" + path)));

    [Fact]
    public void AnyBytesAreRead()
    {
        Gen.Byte.Array[0, 2_000].Holds(200, bytes => RobotsFile.Read(bytes, "SocialReport").Allows(new Uri("https://a.example/x")));
        RobotsFile.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("User-agent: *\nDisallow: /%\n\uD800", 20_000))), "SocialReport");
    }

    [Fact]
    public void ManyStarsAreNoTrap()
    {
        var rule = "/" + string.Concat(Enumerable.Repeat("*a", 500)) + "$";

        Assert.False(RobotsPath.Matches(rule, "/" + new string('a', 2000) + "b"));
    }

    [Fact]
    public void WhatLiesBeyondTheLimitIsNotRead()
    {
        var file = "User-agent: *\n" + new string('#', RobotsFile.MaxBytes) + "\nDisallow: /";

        Assert.True(RobotsFile.Read(Encoding.UTF8.GetBytes(file), "SocialReport").Allows(new Uri("https://a.example/a")));
    }
}
