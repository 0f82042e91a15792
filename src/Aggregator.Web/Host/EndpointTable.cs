namespace Aggregator.Web.Host;

/// <summary>The table of who may call what, as the endpoints declare it.</summary>
internal static class EndpointTable
{
    /// <summary>Every endpoint's rule, in the order they were mapped.</summary>
    /// <exception cref="InvalidOperationException">
    /// An endpoint declares no role, or may change something and neither asks for an anti-forgery token nor says why it need not: the
    /// program does not start.
    /// </exception>
    public static IReadOnlyList<EndpointRule> Read(IEndpointRouteBuilder app) => [.. app.DataSources.SelectMany(source => source.Endpoints).Select(RuleOf)];

    private static EndpointRule RuleOf(Endpoint endpoint)
    {
        var rule = endpoint.Metadata.GetMetadata<EndpointRule>()
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} declares nobody it is for: end its mapping with For or ForEveryone.");
        if (rule.IsChange && !IsGuarded(rule, endpoint))
            throw new InvalidOperationException($"{rule.Name} changes something and asks for no anti-forgery token: map it among the pages or the API, or state the exemption.");
        return rule;
    }

    private static bool IsGuarded(EndpointRule rule, Endpoint endpoint) =>
        rule is PageRule { Exemption: { } exemption } ? !string.IsNullOrWhiteSpace(exemption)
        : endpoint.Metadata.GetMetadata<FormTokenIsAsked>() is not null;
}

/// <summary>Marks a group whose endpoints take no change without the anti-forgery token, or, of the API, without a key.</summary>
internal sealed class FormTokenIsAsked;
