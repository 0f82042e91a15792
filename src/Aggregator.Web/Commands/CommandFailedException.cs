namespace Aggregator.Web.Commands;

/// <summary>A command could not do what it was asked; the message is one sentence that says why. Exit code 1.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
