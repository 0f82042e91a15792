using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Entries;

namespace Aggregator.Reading.Pages;

/// <summary>The day or month that a page as a whole is of, by its address ("/2024/05/") or its title ("Nouvelles du 3 mai 2024").</summary>
public static class PageDay
{
    /// <summary>The first instant of it (UTC), or null when the page does not say.</summary>
    public static DateTimeOffset? Of(Uri address, string? title)
    {
        ArgumentNullException.ThrowIfNull(address);
        return AddressDate.Of(address.AbsoluteUri)?.Day ?? (title is null ? null : PageDate.Find(title));
    }
}
