
namespace Aggregator.Reading.Text;

/// <summary>The half of windows-1252 that ISO 8859-1 leaves to control characters.</summary>
internal static class Windows1252
{
    /// <summary>The characters of bytes 0x80 to 0x9F, as the WHATWG Encoding Standard has them.</summary>
    public const string Characters =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
}
