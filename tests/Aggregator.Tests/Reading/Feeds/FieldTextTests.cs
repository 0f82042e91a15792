using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

/// <summary>Titles and texts as publishers write them, against what they mean.</summary>
public sealed class FieldTextTests
{
    [Theory]
    // Numbers of windows-1252, which HTML reads as what was meant.
    [InlineData("<![CDATA[C&#146;est l&#8217;&eacute;t&eacute;]]>", "C’est l’été")]
    [InlineData("<![CDATA[10 &#x80; &#150; et apr&egrave;s&#133;]]>", "10 € – et après…")]
    [InlineData("C&amp;#146;est dit", "C’est dit")]
    // Blocks and line breaks part words, marks of words do not.
    [InlineData("<![CDATA[Le port<br>rouvre]]>", "Le port rouvre")]
    [InlineData("<![CDATA[<p>Le port</p><p>rouvre</p>]]>", "Le port rouvre")]
    [InlineData("<![CDATA[Le port <h2>rouvre</h2>lundi]]>", "Le port rouvre lundi")]
    [InlineData("<![CDATA[<ul><li>Un</li><li>Deux</li></ul>]]>", "Un Deux")]
    [InlineData("<![CDATA[2<sup>e</sup> tour, H<sub>2</sub>O et <b>M</b>ots]]>", "2e tour, H2O et Mots")]
    // Only elements that exist are markup.
    [InlineData("Rencontre avec &lt;Léa&gt; et &lt;Tom&gt;", "Rencontre avec <Léa> et <Tom>")]
    [InlineData("<![CDATA[Le prix <Albert-Londres> 2025]]>", "Le prix <Albert-Londres> 2025")]
    [InlineData("Quand x &lt; y et y &gt; z", "Quand x < y et y > z")]
    [InlineData("List&lt;string&gt; en C#", "List<string> en C#")]
    [InlineData("Un &lt;em&gt;grand&lt;/em&gt; jour", "Un grand jour")]
    [InlineData("<![CDATA[<font color=red>Alerte</font> <o:p></o:p>météo]]>", "Alerte météo")]
    // Two halves of a character, each as a reference of its own.
    [InlineData("Bravo &#55356;&#57225; !", "Bravo 🎉 !")]
    [InlineData("Bravo &#xD83C;&#xDF89; !", "Bravo 🎉 !")]
    [InlineData("<![CDATA[Bravo &#55356;&#57225; !]]>", "Bravo 🎉 !")]
    [InlineData("Bravo &#55356; !", "Bravo !")]
    public void A_title_says_what_was_meant(string title, string said) =>
        Assert.Equal(said, Sample.Item($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("<![CDATA[<p>Deux &#55357;&#56960; lignes</p>]]>")]
    [InlineData("&lt;p&gt;Deux &amp;#xD83D;&amp;#xDE80; lignes&lt;/p&gt;")]
    public void Halves_of_a_character_are_joined_in_texts_too(string description) =>
        Assert.Contains("Deux 🚀 lignes", Sample.Item($"<description>{description}</description>").SummaryHtml, StringComparison.Ordinal);

    [Theory]
    [InlineData("<content type=\"html\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Le &lt;em&gt;quai&lt;/em&gt; est fermé</div></content>")]
    [InlineData("<content type=\"text/html\"><div>Le &lt;em&gt;quai&lt;/em&gt; est fermé</div></content>")]
    [InlineData("<content type=\"html\">\n  <div><![CDATA[Le <em>quai</em> est fermé]]></div>\n</content>")]
    public void Escaped_markup_inside_one_real_element_is_markup(string content)
    {
        var text = Sample.Entry(content).Contents[0];
        Assert.Equal(("text/html", "Le <em>quai</em> est fermé"), (text.Type, text.Value));
    }

    [Fact]
    public void Escaped_markup_in_the_description_of_rss_may_stand_in_an_element_too() => Assert.Equal(
        "Le <em>quai</em> est fermé",
        Sample.Item("<description><div>Le &lt;em&gt;quai&lt;/em&gt; est fermé</div></description>").SummaryHtml);

    [Theory]
    [InlineData("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Écrivez &lt;em&gt;ceci&lt;/em&gt;</div></content>")]
    public void Shown_markup_of_xhtml_stays_shown(string content) =>
        Assert.Equal("Écrivez &lt;em&gt;ceci&lt;/em&gt;", Sample.Entry(content).ContentHtml);

    [Theory]
    [InlineData("<content><![CDATA[<p>Le <em>quai</em> est fermé</p>]]></content>")]
    [InlineData("<content>\n<![CDATA[<p>Le <em>quai</em> est fermé</p>]]>\n</content>")]
    public void Untyped_markup_in_CDATA_is_HTML(string content)
    {
        var text = Sample.Entry(content).Contents[0];
        Assert.Equal(("text/html", "<p>Le <em>quai</em> est fermé</p>"), (text.Type, text.Value));
    }

    [Theory]
    [InlineData("<title><![CDATA[Le <em>quai</em> fermé]]></title>", "Le quai fermé")]
    [InlineData("<title><![CDATA[R&amp;D : l&rsquo;essor]]></title>", "R&D : l’essor")]
    [InlineData("<title>Le &lt;em&gt; en HTML</title>", "Le <em> en HTML")]
    [InlineData("<title type=\"text\"><![CDATA[Le <em> en HTML]]></title>", "Le <em> en HTML")]
    [InlineData("<title><![CDATA[3 < 5 & 7]]></title>", "3 < 5 & 7")]
    public void Titles_of_atom_are_plain_unless_they_are_said_to_be_or_stand_in_CDATA(string title, string said) =>
        Assert.Equal(said, Sample.Entry(title).Title);

    [Theory]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("fr_CA.UTF-8", "fr-CA")]
    [InlineData("zh_Hans_CN", "zh-Hans-CN")]
    [InlineData("de_DE@euro", "de-DE")]
    [InlineData(" fr ", "fr")]
    [InlineData("en-us", "en-us")]
    public void A_language_is_a_tag(string written, string tag)
    {
        Assert.Equal(tag, Sample.Parse($"<rss xml:lang='{written}'><channel><title>t</title></channel></rss>").Language);
        Assert.Equal(tag, Sample.Parse($"<rss><channel><language>{written}</language></channel></rss>").Language);
        Assert.Equal(tag, Sample.Parse($"<rss><channel xml:lang='{written}'><title>t</title></channel></rss>").Details.Title?.Language);
    }
}
