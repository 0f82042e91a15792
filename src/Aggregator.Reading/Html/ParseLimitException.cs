namespace Aggregator.Reading.Html;

/// <summary>Leaves the parser when a page asks for too much. It never leaves <see cref="SafeHtml"/>.</summary>
internal sealed class ParseLimitException(string message) : Exception(message);
