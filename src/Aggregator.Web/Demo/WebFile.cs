using System.Security.Cryptography;
using System.Text;
using Aggregator.Web.Host.Api;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Web.Demo;

/// <summary>An answer that is made once and given often, with the two validators that spare the next visitor the body.</summary>
/// <param name="Changed">When the newest thing in it was published.</param>
internal sealed record WebFile(string Type, byte[] Body, DateTimeOffset Changed)
{
    private readonly EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 8))}\"");

    public static WebFile Of(string type, string text, DateTimeOffset changed) => new(type, Encoding.UTF8.GetBytes(text), changed);

    /// <summary>200, or 304 to one who has it already (RFC 9110 section 13).</summary>
    public IResult Answer() => Results.Bytes(Body, Type, lastModified: Changed, entityTag: tag);
}
