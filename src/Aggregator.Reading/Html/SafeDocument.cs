using System.Diagnostics.CodeAnalysis;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Html;

/// <summary>What became of foreign HTML: a document, or a sentence that says why there is none.</summary>
public sealed record SafeDocument
{
    private SafeDocument(IHtmlDocument? document, Uri? address, string? problem) =>
        (Document, Address, Problem) = (document, address, problem);

    /// <summary>The parsed document; null exactly when <see cref="Problem"/> is set. For fragments the content stands in its body.</summary>
    public IHtmlDocument? Document { get; }

    /// <summary>The absolute http(s) address that relative references are resolved against (a <c>base</c> element counts), if known.</summary>
    public Uri? Address { get; }

    /// <summary>A sentence for people, such as "This page is larger than 8 million characters."; null when there is a document.</summary>
    public string? Problem { get; }

    /// <summary>True when there is a document to read.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Readable => Document is not null;

    internal static SafeDocument Of(IHtmlDocument document, Uri? address) => new(document, address, problem: null);

    internal static SafeDocument Refused(string problem) => new(document: null, address: null, problem);
}
