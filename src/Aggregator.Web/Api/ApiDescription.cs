using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Aggregator.Web.Api;

/// <summary>The OpenAPI 3.1 description: what the code cannot say by itself is added from <see cref="ApiTable"/>.</summary>
internal static class ApiDescription
{
    private const string Key = "key";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiRule>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Social Report", Version = "v1", Description = "Errors are problem+json (RFC 9457). Lists have cursors: send \"next\" as after. Times are UTC." };
            // The address of the machine that asked is nobody else's business.
            document.Servers = [new() { Url = "/" }];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key." };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var rule = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiRule>().Single();
            operation.Description = $"Least role: {rule.Role.ToString().ToLowerInvariant()}.";
            operation.Tags = null;
            operation.Parameters ??= [];
            if (rule.NeedsMatch) operation.Parameters.Add(HeaderOf("If-Match", "The ETag of the version you have seen: 428 without, 412 with the current state when it is stale.", isRequired: true));
            if (rule.Method == HttpMethods.Post) operation.Parameters.Add(HeaderOf(KeptAnswers.Header, "The same request with the same key within a day is answered as the first time and does nothing.", isRequired: false));
            return Task.CompletedTask;
        });
    }

    private static OpenApiParameter HeaderOf(string name, string description, bool isRequired) =>
        new() { Name = name, In = ParameterLocation.Header, Required = isRequired, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
