using Aggregator.Reading.Html;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Reading.Html;

public sealed class HtmlSanitizerTests
{
    private static readonly Uri Page = new("https://journal.example/2026/article.html");

    /// <summary>A million with <c>LONG=1</c>.</summary>
    private static readonly int Mutations = Long.Of(2_000, 1_000_000);

    [Theory]
    [InlineData("<p onclick=x style='color:red' id=a class=b>Été</p>", "<p>Été</p>")]
    [InlineData("<section>un</section><section>deux</section>", "<div>un</div><div>deux</div>")]
    [InlineData("<span>un <font color=red>deux</font></span>", "un deux")]
    [InlineData("a<script>alert(1)</script>b<style>p{}</style>c", "abc")]
    [InlineData("<svg><title><b>un</b></title><style>x</style></svg>z", "z")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "")]
    [InlineData("<template><p>x</p></template>y", "y")]
    [InlineData("<xmp><img src=x onerror=alert(1)></xmp>", "<pre>&lt;img src=x onerror=alert(1)&gt;</pre>")]
    [InlineData("<plaintext><b>", "<pre>&lt;b&gt;</pre>")]
    [InlineData("<a href='javascript:alert(1)'>lire</a>", "lire")]
    [InlineData("<a href='java&NewLine;script:alert(1)'>lire</a>", "lire")]
    [InlineData("<a href=' data:text/html,x'>lire</a>", "lire")]
    [InlineData("<a href='#note'>1</a>", "1")]
    [InlineData("<p>a &lt;b&gt; &amp;amp;</p>", "<p>a &lt;b&gt; &amp;amp;</p>")]
    [InlineData("<pre>\n\n x</pre>", "<pre>\n\n x</pre>")]
    [InlineData("<img src='data:image/png;base64,x'>", "")]
    [InlineData("<table><tr><td colspan=2>a<td onclick=x>b</table>", "<table><tbody><tr><td colspan=\"2\">a</td><td>b</td></tr></tbody></table>")]
    [InlineData("<li>seul</li>", "<div>seul</div>")]
    public void Only_the_allowed_is_copied(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Sanitize(html, Page));

    [Fact]
    public void Links_become_absolute_and_tell_nothing() =>
        Assert.Equal(
            "<a href=\"https://journal.example/b?c=1&amp;d=2\" rel=\"noopener nofollow\">lire</a>",
            HtmlSanitizer.Sanitize("<a href='/b?c=1&d=2' target=_blank ping=//x>lire</a>", Page));

    [Fact]
    public void Images_load_late_and_send_no_referrer() =>
        Assert.Equal(
            "<img src=\"https://journal.example/2026/a.png\" alt=\"Une &quot;photo&quot;\" width=\"600\" loading=\"lazy\" referrerpolicy=\"no-referrer\">",
            HtmlSanitizer.Sanitize("<img src=a.png alt='Une \"photo\"' width=600 onload=x srcset='b 2x'>", Page));

    [Fact]
    public void Without_an_address_relative_places_are_dropped() =>
        Assert.Equal("<p>lire  <a href=\"https://a.example/x\" rel=\"noopener nofollow\">là</a></p>",
            HtmlSanitizer.Sanitize("<p><a href=/x>lire</a> <img src=y.png> <a href=https://a.example/x>là</a></p>"));

    [Fact]
    public void Late_images_are_found_and_pixels_dropped()
    {
        Assert.Contains("src=\"https://i.example/big.jpg\"", HtmlSanitizer.Sanitize("<img src='data:,' data-src='https://i.example/big.jpg'>", Page), StringComparison.Ordinal);
        Assert.Equal("", HtmlSanitizer.Sanitize("<img src=https://spy.example/p.gif width=1 height=1>", Page));
    }

    [Fact]
    public void Lone_surrogates_and_controls_come_out_well_formed()
    {
        var safe = HtmlSanitizer.Sanitize("<p title='\ud800'>a\ud800b\0c&#13;d</p><abbr title='\udc00'>x</abbr>", Page);
        Assert.Equal(safe, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(System.Text.Encoding.UTF8.GetBytes(safe)));
        Assert.DoesNotContain('\0', safe);
    }

    [Fact]
    public void Doing_it_twice_changes_nothing()
    {
        var mixer = new MarkupMixer(seed: 20261121);
        for (var i = 0; i < Mutations; i++)
        {
            var html = mixer.Next();
            var once = HtmlSanitizer.Sanitize(html, Page);
            Assert.True(once == HtmlSanitizer.Sanitize(once, Page), $"Case {i}: {html}\nonce:  {once}\ntwice: {HtmlSanitizer.Sanitize(once, Page)}");
            Active.AssertNone(once, $"case {i}: {html}");
        }
    }
}
