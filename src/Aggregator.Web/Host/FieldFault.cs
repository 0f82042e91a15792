using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Host;

/// <summary>A field that cannot be taken as it is, and what to do about it.</summary>
/// <param name="Field">Its name in the JSON.</param>
public sealed record FieldFault(string Field, string French, string English)
{
    /// <summary>As the API says it.</summary>
    internal IResult Problem => ApiProblem.Field(Field, English);
}
