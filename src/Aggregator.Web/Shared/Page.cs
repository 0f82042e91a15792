using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Shared;

/// <summary>
/// Makes the answer that is a page. Its type is <see cref="IResult"/>: the generator that calls handlers runs before the components' classes are made,
/// and can name none of them.
/// </summary>
internal static class Page
{
    /// <summary>422: why it was not done, and nothing else.</summary>
    public static IResult Refused(string reason) => Of<RefusalPage>(StatusCodes.Status422UnprocessableEntity, ("Reason", reason));

    public static IResult Of<T>(params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent => Of<T>(StatusCodes.Status200OK, parameters);

    public static IResult Of<T>(int status, params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        return new RazorComponentResult<T>(values) { StatusCode = status };
    }
}
