using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Aggregator.Web.Demo;

/// <summary>HTML that is safe to put into HTML.</summary>
internal readonly record struct Markup(string Html)
{
    /// <summary>The template with every text in it encoded; only what is markup already goes in as it is.</summary>
    public static Markup Of(MarkupTemplate template) => template.Done();

    /// <summary>One piece of markup for each.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> make) => new(string.Concat(items.Select(item => make(item).Html)));

    public override string ToString() => Html;
}

/// <summary>Puts an interpolated string together as HTML: encoding is what happens when nobody thinks of it.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupTemplate(int literalLength, int holes)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(literalLength + holes * 24);

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(string? text) => html.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(Markup markup) => html.Append(markup.Html);

    public void AppendFormatted(int number) => html.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Uri? address) => AppendFormatted(address?.AbsoluteUri);

    internal Markup Done() => new(html.ToString());
}
