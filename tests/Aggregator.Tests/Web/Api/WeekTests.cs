using Aggregator.Tests.Service.Sending;

namespace Aggregator.Tests.Web.Api;

/// <summary>The whole week through the API alone: from the feeds to the readers' mails, and out again.</summary>
public sealed class WeekTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [PythonFact]
    public Task FromFeedsToMailsAndOutAgain() => new Week(fixture.Desk).LiveAsync();
}
