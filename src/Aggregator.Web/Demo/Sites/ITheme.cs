namespace Aggregator.Web.Demo.Sites;

/// <summary>How a site looks: one of five forms that sources of a press review come in.</summary>
internal interface ITheme
{
    /// <summary>File of its style sheet.</summary>
    string Style { get; }

    /// <summary>A page with several posts: the home page, or what has a tag.</summary>
    /// <param name="tag">Null on the home page.</param>
    Markup List(DemoEdition edition, string? tag, IReadOnlyList<DemoPost> posts);

    /// <summary>The page of one post.</summary>
    Markup Post(DemoEdition edition, DemoPost post);
}
