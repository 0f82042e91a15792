using System.Globalization;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

/// <summary>Dates as programs and people all over the world write them: each is one of a kind that feeds were seen to have.</summary>
public sealed class DatesOfTheWorldTests
{
    [Theory]
    // Zones by their names in the tz database.
    [InlineData("Sat, 12 Jul 2025 20:21:00 America/New_York", "2025-07-13T00:21:00Z")]
    [InlineData("Mon, 13 Jan 2025 09:00:00 America/Argentina/Buenos_Aires", "2025-01-13T12:00:00Z")]
    [InlineData("2025-01-13 09:00:00 Asia/Kolkata", "2025-01-13T03:30:00Z")]
    [InlineData("2025-07-12T20:21:00+02:00[Europe/Paris]", "2025-07-12T18:21:00Z")]
    [InlineData("2025-01-13T09:00:00[Australia/Sydney]", "2025-01-12T22:00:00Z")]
    [InlineData("13 janvier 2025 09:00 (Europe/Brussels)", "2025-01-13T08:00:00Z")]
    // Hours with a letter or a word, and with a point once the day is known.
    [InlineData("samedi 15 mars 2025 à 18h05", "2025-03-15T18:05:00Z")]
    [InlineData("15/03/2025 - 18 h 05", "2025-03-15T18:05:00Z")]
    [InlineData("Publié le 15 mars 2025 à 7h", "2025-03-15T07:00:00Z")]
    [InlineData("15 mars 2025, 18 heures 05", "2025-03-15T18:05:00Z")]
    [InlineData("sábado, 15 de março de 2025 às 18h05min", "2025-03-15T18:05:00Z")]
    [InlineData("15. März 2025, 18.05 Uhr", "2025-03-15T18:05:00Z")]
    [InlineData("15.3.2025 klo 18.05", "2025-03-15T18:05:00Z")]
    [InlineData("15. marts 2025 kl. 18.05", "2025-03-15T18:05:00Z")]
    [InlineData("2025-03-15 18h05", "2025-03-15T18:05:00Z")]
    // Numbers since 1970, in seconds and parts of them, and digits without signs between.
    [InlineData("1747312200", "2025-05-15T12:30:00Z")]
    [InlineData("1747312200000", "2025-05-15T12:30:00Z")]
    [InlineData("1747312200.75", "2025-05-15T12:30:00Z")]
    [InlineData("946684800", "2000-01-01T00:00:00Z")]
    [InlineData("20250515123000", "2025-05-15T12:30:00Z")]
    [InlineData("202505151230", "2025-05-15T12:30:00Z")]
    [InlineData("250515", "2025-05-15T00:00:00Z")]
    [InlineData("-2505", "2025-05-01T00:00:00Z")]
    [InlineData("2025-005-15T12:30:00Z", "2025-05-15T12:30:00Z")]
    [InlineData("2025-135T12:30:00+02:00", "2025-05-15T10:30:00Z")]
    [InlineData("2025-W20-4", "2025-05-15T00:00:00Z")]
    // Morning and afternoon in words.
    [InlineData("2025. 3. 15. (토) 오전 9:05", "2025-03-15T09:05:00Z")]
    [InlineData("2025/3/15 下午 06:05:30", "2025-03-15T18:05:30Z")]
    [InlineData("2025年3月15日下午6:05", "2025-03-15T18:05:00Z")]
    [InlineData("2025年3月15日 晚上9点05分", "2025-03-15T21:05:00Z")]
    [InlineData("2025年3月15日(土) 午後6時05分", "2025-03-15T18:05:00Z")]
    [InlineData("2025-03-15 上午 9:05", "2025-03-15T09:05:00Z")]
    [InlineData("2025-03-15 06:05 PM", "2025-03-15T18:05:00Z")]
    [InlineData("15 de marzo de 2025, 6:05 p. m.", "2025-03-15T18:05:00Z")]
    [InlineData("March 15, 2025 at 6:05\u202Fp.m.", "2025-03-15T18:05:00Z")]
    [InlineData("15 Μαρτίου 2025, 6:05 μ.μ.", "2025-03-15T18:05:00Z")]
    // JavaScript's Date as text, whatever language the system speaks.
    [InlineData("Sat Mar 15 2025 18:05:00 GMT+0100 (heure normale d’Europe centrale)", "2025-03-15T17:05:00Z")]
    [InlineData("Sat Mar 15 2025 18:05:00 GMT-0500 (East, \"EST\")", "2025-03-15T23:05:00Z")]
    [InlineData("Sat Mar 15 2025 18:05:00 GMT+0900 (日本標準時)", "2025-03-15T09:05:00Z")]
    [InlineData("\u200E15\u200E.\u200E03\u200E.\u200E2025\u200E \u200E18\u200E:\u200E05\u200E:\u200E00", "2025-03-15T18:05:00Z")]
    [InlineData("2025-03-15 18:05:00 +0100 CET", "2025-03-15T17:05:00Z")]
    // Months in other languages.
    [InlineData("pt., 21 lis 2025 10:00:00 +0100", "2025-11-21T09:00:00Z")]
    [InlineData("7 września 2025 10:00", "2025-09-07T10:00:00Z")]
    [InlineData("7 PAZDZIERNIKA 2025", "2025-10-07T00:00:00Z")]
    [InlineData("יום שלישי, 4 בנובמבר 2025, 10:00", "2025-11-04T10:00:00Z")]
    [InlineData("4 באוג׳ 2025", "2025-08-04T00:00:00Z")]
    [InlineData("2025年11月4日 10:00", "2025-11-04T10:00:00Z")]
    [InlineData("令和7年11月4日", "2025-11-04T00:00:00Z")]
    [InlineData("4 Ağustos 2025 Pazartesi 10:00", "2025-08-04T10:00:00Z")]
    [InlineData("4. července 2025 10:00", "2025-07-04T10:00:00Z")]
    [InlineData("4 липня 2025, 10:00", "2025-07-04T10:00:00Z")]
    [InlineData("٤ نوفمبر ٢٠٢٥", "2025-11-04T00:00:00Z")]
    [InlineData("4 พฤศจิกายน 2568", "2025-11-04T00:00:00Z")]
    [InlineData("2025. gada 4. novembris", "2025-11-04T00:00:00Z")]
    [InlineData("4. nóvember 2025", "2025-11-04T00:00:00Z")]
    [InlineData("mardi 14/01/2025 10:00", "2025-01-14T10:00:00Z")]
    [InlineData("mar. 14/01/2025 10:00", "2025-01-14T10:00:00Z")]
    public void Reads(string text, string utc)
    {
        Assert.True(FeedDates.TryParse(text, out var instant), text);
        Assert.Equal((text, utc), (text, instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("4711")]
    [InlineData("00000000000000")]
    [InlineData("1736843400123456789012")]
    [InlineData("15 mars 2025 à 25h05")]
    [InlineData("7/3/2025, 8:21:00 PM")] // March or July: nobody can tell
    [InlineData("Invalid Date")]
    [InlineData("2025-03-15T18:05:00 Europe/Atlantis")]
    [InlineData("2025-03-15T18:05:00 ../../etc/passwd")]
    public void Refuses(string text) => Assert.False(FeedDates.TryParse(text, out _), text);

    [Theory]
    [InlineData("Wed, 30 Nov -0001 00:00:00 +0000")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00+00:00")]
    [InlineData("Thu, 01 Jan 1970 01:00:00 +0100")]
    [InlineData("0")]
    [InlineData("Mon, 01 Jan 1900 00:00:00 GMT")]
    [InlineData("1601-01-01T00:00:00Z")]
    [InlineData("31 Dec 1989 23:59:59 GMT")]
    public void No_article_is_older_than_the_web(string text)
    {
        var item = Sample.Item($"<title>t</title><pubDate>{text}</pubDate>");
        Assert.Null(item.PublishingDate);
        Assert.Equal(text, item.Details.Published!.Raw);
    }

    [Fact]
    public void The_first_day_that_counts_is_that_of_1990() =>
        Assert.Equal(1990, Sample.Item("<title>t</title><pubDate>Mon, 01 Jan 1990 00:00:00 GMT</pubDate>").PublishingDate?.Year);

    [Theory]
    [InlineData("<rss><channel><item><title>t</title><dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2025-03-04T10:00:00Z</dc:date></item></channel></rss>")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>t</title><modified>2025-03-04T10:00:00Z</modified></entry></feed>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>t</title><updated>2025-03-04T10:00:00Z</updated></entry></feed>")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"t","date_modified":"2025-03-04T10:00:00Z"}]}""")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>t</title><created>2025-03-04T10:00:00Z</created></entry></feed>")]
    public void The_only_date_there_is_is_that_of_publication(string feed) =>
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 10, 0, 0, TimeSpan.Zero), Sample.Parse(feed).Items[0].PublishingDate);
}
