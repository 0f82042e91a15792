namespace Aggregator.Reading.Feeds;

/// <summary>One thing that is wrong with a feed.</summary>
/// <param name="Code">A stable name for programs, such as <c>xml-unclosed-element</c>.</param>
/// <param name="Message">A sentence for the person who looks after the source.</param>
/// <param name="Line">Line in the decoded document, from 1; null when it is about the document as a whole.</param>
public sealed record FeedDiagnostic(string Code, string Message, int? Line);
