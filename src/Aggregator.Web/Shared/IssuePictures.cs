using System.Net;
using System.Text.RegularExpressions;

namespace Aggregator.Web.Shared;

/// <summary>
/// An issue's pictures as a browser may show them. The rendition keeps their own addresses, as mail needs them; our pages show none but
/// our own (their content security policy says so), and readers of the archive and of its feed are not told to other servers.
/// </summary>
internal static partial class IssuePictures
{
    /// <param name="page">What <see cref="Publishing.PageForm"/> wrote: nothing in it but its own images begins like one, for all words are escaped.</param>
    /// <param name="pictures">Makes the addresses of pictures.</param>
    /// <param name="root">Our own address, where the words are read elsewhere.</param>
    public static string Show(string page, PictureLinks pictures, string root = "") => Address().Replace(page, found => root + pictures.To(WebUtility.HtmlDecode(found.Value)));

    [GeneratedRegex("(?<=<img src=\")[^\"]*(?=\")", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}
