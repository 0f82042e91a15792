using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Aggregator.Sources;

namespace Aggregator.Fetching;

/// <summary>What an exception of the network or a status means for the person who reads the sources page.</summary>
internal static class FetchFaults
{
    /// <returns>The problem, or null when the exception is a mistake of our own.</returns>
    public static FetchProblem? Find(Exception exception, FetchingSettings settings)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (Known(e, settings) is { } problem) return problem;
        }

        return exception is HttpRequestException or IOException or HttpProtocolException
            ? new(PollError.BrokenAnswer, Innermost(exception).Message) : null;
    }

    public static FetchProblem OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Gone => new(PollError.Gone),
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new(PollError.AskedToWait, Number(status)),
        _ => new(PollError.HttpStatus, Number(status)),
    };

    public static FetchProblem TooLarge(FetchingSettings settings) =>
        new(PollError.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{settings.MaxBytes / 1_000_000.0:0.#} MB"));

    private static FetchProblem? Known(Exception e, FetchingSettings settings) => e switch
    {
        AddressRefusedException refused => new(PollError.NotPublic, refused.Named),
        PortRefusedException refused => new(PollError.BadPort, refused.Named),
        OperationCanceledException or TimeoutException =>
            new(PollError.Timeout, string.Create(CultureInfo.InvariantCulture, $"{settings.Deadline.TotalSeconds:0.#} s")),
        AuthenticationException => new(PollError.Tls, e.Message),
        NameNotFoundException name => new(PollError.UnknownHost, name.Host),
        NameUnansweredException name => new(PollError.NameUnanswered, name.Host),
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => new(PollError.BrokenAnswer, e.Message),
        SocketException => new(PollError.Unreachable, e.Message),
        // Decompression of a body that is not what its header says.
        InvalidDataException => new(PollError.BrokenAnswer, e.Message),
        _ => null,
    };

    private static string Number(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private static Exception Innermost(Exception e) => e.InnerException is null ? e : Innermost(e.InnerException);
}
