using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

public sealed class MessageIdsTests
{
    private static readonly Guid Send = Guid.Parse("01957068-0000-7000-8000-000000000001");

    [Fact]
    public void An_attempt_and_its_repetition_have_one_identifier_all_else_has_another()
    {
        Assert.Equal("01957068000070008000000000000001.0000000012@xn--caf-dma.example", MessageIds.Of(Send, 12, "Café.example"));
        Assert.Equal(MessageIds.Of(Send, 12, "a.example"), MessageIds.Of(Send, 12, "A.example"));
        Assert.NotEqual(MessageIds.Of(Send, 12, "a.example"), MessageIds.Of(Send, 13, "a.example"));
        Assert.NotEqual(MessageIds.Of(Send, 12, "a.example"), MessageIds.Of(Guid.CreateVersion7(), 12, "a.example"));
    }

    [Fact]
    public void Subscribers_sort_within_a_send() =>
        Assert.True(string.CompareOrdinal(MessageIds.Of(Send, 9, "a.example"), MessageIds.Of(Send, 10, "a.example")) < 0);

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("a.example>\r\nX: 1")]
    public void A_domain_that_is_none_is_a_mistake_of_ours(string domain) =>
        Assert.Throws<ArgumentException>(() => MessageIds.Of(Send, 1, domain));
}
