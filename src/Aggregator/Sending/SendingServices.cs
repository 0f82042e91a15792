using Aggregator.Publishing;
using Aggregator.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Sending;

/// <summary>Registers the sending.</summary>
public static class SendingServices
{
    /// <summary>Everything between an approved issue and a mail in the outbox.</summary>
    /// <param name="services">The services.</param>
    /// <param name="data">Where the outbox is.</param>
    /// <param name="publicUrl">What addresses in mails begin with; no slash at the end.</param>
    public static IServiceCollection AddSending(this IServiceCollection services, DataDirectory data, string publicUrl) => services
        .AddSingleton<IMailer>(new PickupFolder(data.Outbox))
        .AddSingleton(new MailLinks(publicUrl))
        .AddSingleton<SendIssue>()
        .AddSingleton<Deliver>()
        .AddSingleton<AlertMail>()
        .AddSingleton<SendProof>()
        .AddSingleton<SearchMail>()
        .AddScoped<Consent>()
        .AddScoped<SubscriptionDesk>();
}
