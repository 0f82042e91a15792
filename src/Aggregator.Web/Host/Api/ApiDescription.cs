using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Aggregator.Web.Host.Api;

/// <summary>The OpenAPI 3.1 description: what the code cannot say by itself is what each endpoint declares.</summary>
internal static class ApiDescription
{
    private const string Key = "key", ProblemName = "Problem";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiRule>().Any();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // The generator calls each parameter of a record required. Null is never written, so what may be null may be missing, and a
            // request may leave it out: what it must hold all the same is told by 422.
            foreach (var property in context.JsonTypeInfo.Properties.Where(MayBeMissing)) schema.Required?.Remove(property.Name);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Social Report", Version = "v1", Description = "Errors are problem+json (RFC 9457). Lists have cursors: send \"next\" as after. Times are UTC." };
            // The address of the machine that asked is nobody else's business.
            document.Tags = new HashSet<OpenApiTag>(new[] { "sources", "articles", "stories", "publications", "issues", "sections", "sends", "people" }.Select(name => new OpenApiTag { Name = name }));
            document.Servers = [new() { Url = "/" }];
            // The same document in whatever order the features are mapped.
            var paths = document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal).ToList();
            document.Paths.Clear();
            foreach (var (path, item) in paths) document.Paths.Add(path, item);
            document.Components ??= new();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            document.Components.Schemas[ProblemName] = Problem;
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key." };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var rule = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiRule>().Single();
            operation.Description = $"Least role: {rule.Least.ToString().ToLowerInvariant()}.";
            operation.Tags = new HashSet<OpenApiTagReference> { new(TagOf(rule), context.Document) };
            operation.Parameters ??= [];
            if (rule.NeedsMatch) operation.Parameters.Add(HeaderOf("If-Match", "The ETag of the version you have seen: 428 without, 412 with the current state when it is stale.", isRequired: true));
            operation.Responses ??= [];
            Complete(operation.Responses, rule.Answer);
            Exemplify(operation, rule);
            foreach (var (status, words) in ErrorsOf(rule))
                operation.Responses.TryAdd(status, new OpenApiResponse { Description = words, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemName, context.Document) } } });
            if (rule.Method == HttpMethods.Post) operation.Parameters.Add(HeaderOf(KeptAnswers.Header, "The same request with the same key within a day is answered as the first time and does nothing.", isRequired: false));
            return Task.CompletedTask;
        });
    }

    private static bool MayBeMissing(JsonPropertyInfo property) =>
        property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static OpenApiParameter HeaderOf(string name, string description, bool isRequired) =>
        new() { Name = name, In = ParameterLocation.Header, Required = isRequired, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    /// <summary>RFC 9457, with what we add.</summary>
    private static OpenApiSchema Problem => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What kind of problem it is." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What to do, in a sentence." },
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Of 422: what is wrong, by the path of the field." },
            ["current"] = new OpenApiSchema { Description = "Of 412: what is stored now." },
            ["merge"] = new OpenApiSchema { Description = "Of 412: your words and the stored ones put together; send it as it is with the new ETag." },
            ["collisions"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "Of 412: the fields that both changed, so that nothing could be merged." },
        },
    };

    /// <summary>What it is about: the first word of its path.</summary>
    private static string TagOf(ApiRule rule) => rule.Path.Split('/', ':')[1] switch
    {
        "me" or "users" or "keys" or "audit" => "people",
        "sources" or "opml" => "sources",
        "articles" or "searches" => "articles",
        "stories" or "story-moves" => "stories",
        "publications" when rule.Path.EndsWith("/subscribers", StringComparison.Ordinal) => "sends",
        "sends" => "sends",
        "issues" when rule.Path.EndsWith("/sends", StringComparison.Ordinal) => "sends",
        "publications" => "publications",
        "sections" => "sections",
        _ => "issues",
    };

    private static IEnumerable<(string Status, string Words)> ErrorsOf(ApiRule rule)
    {
        if (rule.Method is "POST" or "PUT") yield return ("400", "The JSON breaks; the place is in the sentence.");
        yield return ("401", "No key and no session, or one that is void.");
        yield return ("403", "The role or the key's scope does not allow it.");
        if (rule.Path.Contains('{', StringComparison.Ordinal)) yield return ("404", "It is not there.");
        yield return ("409", "It is not in a state for that; the sentence says what to do first.");
        if (rule.NeedsMatch) yield return ("412", "It has changed since the ETag that was given.");
        if (rule.Method is "POST" or "PUT") yield return ("415", "The body is of another type than the one that is taken.");
        yield return ("422", "A field cannot be used; its path and what to write are in errors.");
        if (rule.NeedsMatch) yield return ("428", "If-Match is missing.");
        foreach (var (status, words) in rule.Answer.Errors) yield return (Number(status), words);
        yield return ("429", "Too many requests: wait as long as Retry-After says.");
    }

    /// <summary>What an answer may be besides: of another status, or in another form.</summary>
    private static void Complete(OpenApiResponses responses, Answer answer)
    {
        var usual = responses[Number(answer.Status)];
        if (answer.OtherStatus is { } other) responses[Number(other)] = new OpenApiResponse { Description = usual.Description, Content = usual.Content };
        foreach (var type in answer.OtherTypes) usual.Content![type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static void Exemplify(OpenApiOperation operation, ApiRule rule)
    {
        if (ApiExamples.Of(rule) is not { } example) return;
        foreach (var content in operation.RequestBody?.Content?.Values.AsEnumerable() ?? []) content.Example = example.Request?.DeepClone();
        foreach (var answer in operation.Responses?.Values.AsEnumerable() ?? [])
            foreach (var (type, content) in answer.Content ?? new Dictionary<string, OpenApiMediaType>())
                content.Example = (example.Others?.GetValueOrDefault(type) ?? example.Answer)?.DeepClone();
    }
}
