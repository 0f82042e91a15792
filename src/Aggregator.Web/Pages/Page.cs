using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Pages;

/// <summary>Makes the answer that is a page.</summary>
internal static class Page
{
    public static RazorComponentResult<T> Of<T>(params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent => Of<T>(StatusCodes.Status200OK, parameters);

    public static RazorComponentResult<T> Of<T>(int status, params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent => new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal)) { StatusCode = status };
}
