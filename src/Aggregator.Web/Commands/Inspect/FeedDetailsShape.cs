using System.Globalization;
using System.Text.Json.Nodes;
using Aggregator.Reading.Feeds;
using static Aggregator.Web.Commands.Inspect.FeedAnswer;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>The part of the neutral form that feeds, entries and sources have in common.</summary>
internal static class FeedDetailsShape
{
    /// <param name="description">What the description is called: "description" for feeds, "summary" for entries.</param>
    public static JsonObject Of(FeedDetails details, string description)
    {
        var shape = new JsonObject();
        Put(shape, "id", details.Id);
        PutText(shape, "title", details.Title);
        PutText(shape, description, details.Description);
        PutText(shape, "rights", details.Rights);
        PutText(shape, "info", details.About);
        Put(shape, "link", details.Link);
        Put(shape, "links", Array(details.Links, Link));
        PutPeople(shape, details);
        Put(shape, "tags", Array(details.Categories, c => FeedAnswer.Of(("term", c.Term), ("scheme", c.Scheme), ("label", c.Label))));
        PutDates(shape, details);
        Put(shape, "language", details.Language);
        PutPictures(shape, details);
        PutSoftware(shape, details);
        PutPodcast(shape, details.Podcast);
        Put(shape, "where", details.Place is { } place ? Place(place) : null);
        return shape;
    }

    public static JsonObject Content(FeedText text) => FeedAnswer.Of(
        ("value", text.Value), ("type", text.Type), ("language", text.Language), ("base", text.Base), ("src", text.Source));

    internal static string? Time(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void PutText(JsonObject shape, string name, FeedText? text)
    {
        if (text is null) return;
        shape[name] = text.Value;
        shape[$"{name}_detail"] = FeedAnswer.Of(("type", text.Type), ("language", text.Language), ("base", text.Base));
    }

    private static JsonObject Link(FeedLink link) => FeedAnswer.Of(
        ("href", link.Href), ("rel", link.Rel), ("type", link.Type), ("title", link.Title), ("hreflang", link.HrefLang), ("length", link.Length));

    private static void PutPeople(JsonObject shape, FeedDetails details)
    {
        Put(shape, "authors", Array(details.Authors, Person));
        if (details.Authors.Count > 0) shape["author"] = details.Authors[0].ToString();
        Put(shape, "contributors", Array(details.Contributors, Person));
        if (details.Publisher is not { } publisher) return;
        shape["publisher"] = publisher.ToString();
        shape["publisher_detail"] = Person(publisher);
    }

    private static JsonObject Person(FeedPerson person) => FeedAnswer.Of(("name", person.Name), ("email", person.Email), ("url", person.Url));

    private static void PutDates(JsonObject shape, FeedDetails details)
    {
        PutDate(shape, "published", details.Published);
        PutDate(shape, "updated", details.Updated);
        PutDate(shape, "created", details.Created);
        PutDate(shape, "expired", details.Expired);
        PutDate(shape, "validity_start", details.ValidFrom);
        PutDate(shape, "validity_end", details.ValidUntil);
    }

    private static void PutDate(JsonObject shape, string name, FeedDate? date)
    {
        Put(shape, name, Time(date?.Instant));
        Put(shape, $"{name}_raw", date?.Raw);
    }

    private static void PutPictures(JsonObject shape, FeedDetails details)
    {
        if (details.Image is { } i)
        {
            shape["image"] = FeedAnswer.Of(
                ("url", i.Url), ("title", i.Title), ("link", i.Link), ("width", i.Width), ("height", i.Height), ("description", i.Description));
        }

        Put(shape, "icon", details.Icon);
        Put(shape, "logo", details.Logo);
        Put(shape, "media_thumbnail", Array(details.Thumbnails, Media));
        Put(shape, "media_content", Array(details.Media, Media));
    }

    private static JsonObject Media(FeedMedia media) => FeedAnswer.Of(
        ("url", media.Url), ("type", media.Type), ("medium", media.Medium), ("width", media.Width), ("height", media.Height));

    private static void PutSoftware(JsonObject shape, FeedDetails details)
    {
        Put(shape, "license", details.License);
        if (details.Generator is not { } generator) return;
        shape["generator"] = generator.Name;
        shape["generator_detail"] = FeedAnswer.Of(("name", generator.Name), ("url", generator.Url), ("version", generator.Version));
    }

    private static void PutPodcast(JsonObject shape, FeedPodcast? podcast)
    {
        Put(shape, "itunes_block", podcast?.Block);
        Put(shape, "itunes_explicit", podcast?.Explicit);
        Put(shape, "itunes_duration", podcast?.Duration);
        Put(shape, "itunes_season", podcast?.Season);
        Put(shape, "itunes_episode", podcast?.Episode);
        Put(shape, "podcast_chapters", podcast?.ChaptersUrl);
        Put(shape, "podcast_transcripts", Array(podcast?.Transcripts, file => FeedAnswer.Of(("url", file.Url), ("type", file.Type))));
        if (Array(podcast?.Chapters, Chapter) is { } chapters) shape["psc_chapters"] = new JsonObject { ["chapters"] = chapters };
    }

    private static JsonObject Chapter(FeedChapter chapter) => FeedAnswer.Of(
        ("start", chapter.Start), ("title", chapter.Title), ("href", chapter.Url), ("image", chapter.ImageUrl));

    /// <summary>As GeoJSON has it (RFC 7946): longitude first, a polygon is a list of rings; a box, which it lacks, is its two corners.</summary>
    private static JsonObject Place(FeedPlace place)
    {
        var positions = place.Positions.Select(at => (JsonNode)new JsonArray(at.Longitude, at.Latitude)).ToArray();
        JsonNode coordinates = place.Kind switch
        {
            FeedPlaceKind.Point => positions[0],
            FeedPlaceKind.Polygon => new JsonArray(new JsonArray(positions)),
            _ => new JsonArray(positions),
        };
        var shape = FeedAnswer.Of(("type", place.Kind == FeedPlaceKind.Line ? "LineString" : place.Kind.ToString()), ("name", place.Name));
        shape["coordinates"] = coordinates;
        return shape;
    }
}
