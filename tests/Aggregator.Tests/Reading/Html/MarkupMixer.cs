using System.Text;

namespace Aggregator.Tests.Reading.Html;

/// <summary>Makes broken markup, the same for the same seed (xorshift64*, Marsaglia 2003).</summary>
internal sealed class MarkupMixer(ulong seed)
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<a href=/x>", "<a href=javascript:alert(1)>", "</a>", "<b>", "</b>", "<i>", "</i>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<th>", "<caption>",
        "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<dl>", "<dt>", "<dd>", "</dl>", "<h1>", "<h2>", "</h2>", "</h1>", "<pre>", "\n", "</pre>", "<blockquote>", "</blockquote>", "<svg>", "</svg>", "<math>", "<mtext>",
        "<style>", "</style>", "<script>", "</script>", "<noscript>", "</noscript>", "<template>", "</template>", "<form>", "</form>", "<button>", "</button>", "<select>", "<option>", "</select>", "<textarea>", "</textarea>",
        "<img src=x onerror=alert(1)>", "<img src=a.png alt='<b>'>", "<br>", "<hr>", "text", " ", "&lt;script&gt;", "&amp;lt;", "\0", "\r", "<!--", "-->", "<![CDATA[", "]]>", "<object>", "</object>", "<xmp>", "</xmp>",
        "<plaintext>", "<iframe>", "</iframe>", "<title>", "</title>", "<details>", "<summary>", "</details>", "<figure>", "<figcaption>", "<foreignObject>", "<nobr>", "<marquee>", "<center>", "<font color=a>", "</font>",
        "<html onload=x>", "<body onload=x>", "</body>", "<frameset>", "<center>", "<tbody>", "<colgroup>", "<col>", "<ruby>", "<rt>", "<x-a>", "</x-a>", "\"", "'", "<", ">", "/", "=", "<p onmouseover=alert(1) x", "<span>", "</span>", "<code>", "</code>", "<q cite=a>", "<em>", "</em>", "<image src=q>", "<input>", "<isindex>", "<listing>", "\n\n",
    ];

    private ulong _state = seed;

    public string Next()
    {
        var html = new StringBuilder();
        for (var count = 2 + Draw(28); count > 0; count--) html.Append(Pieces[Draw(Pieces.Length)]);
        return html.ToString();
    }

    private int Draw(int below)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)(_state * 2685821657736338717UL >> 33) % below;
    }
}
