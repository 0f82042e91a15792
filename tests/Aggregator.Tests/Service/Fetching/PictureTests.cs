using System.Text;
using Aggregator.Fetching.Pictures;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Service.Fetching;

/// <summary>What counts as a picture, and how many are kept.</summary>
public sealed class PictureTests
{
    public static TheoryData<string, byte[], int, int> Pictures => new()
    {
        { "image/png", Images.Png(640, 480), 640, 480 },
        { "image/gif", Images.Gif(300, 7), 300, 7 },
        { "image/jpeg", Images.Jpeg(1200, 800), 1200, 800 },
        { "image/webp", Images.Webp("VP8X", 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0), 640, 480 },
        { "image/webp", Images.Webp("VP8 ", 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01), 640, 480 },
        { "image/webp", Images.Webp("VP8L", 0x2F, 0x7F, 0xC2, 0x77, 0), 640, 480 },
        { "image/avif", Images.Avif(1024, 768), 1024, 768 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Five_formats_are_known_by_their_bytes(string type, byte[] bytes, int width, int height)
    {
        Assert.Equal(type, PictureFormat.Of(bytes));
        Assert.Equal((width, height), PictureSize.Of(bytes));
        Assert.Equal(type, Picture.Of(bytes)?.Type);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("RIFFxxxxWEBP")]
    [InlineData("")]
    public void Nothing_else_is_a_picture(string content) => Assert.Null(Picture.Of(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_picture_that_unpacks_to_too_much_is_none()
    {
        Assert.Null(Picture.Of(Images.Png(20_000, 1)));
        Assert.Null(Picture.Of(Images.Png(10_000, 10_000)));
        Assert.Null(Picture.Of(Images.Png(0, 10)));
        Assert.Null(Picture.Of(Images.Png(-1, 10)));
        Assert.Null(Picture.Of(Images.Png(padding: Picture.MostBytes)));
        Assert.NotNull(Picture.Of(Images.Png(8_000, 5_000)));
    }

    [Fact]
    public void Any_bytes_after_a_true_beginning_are_read_without_an_exception()
    {
        var random = new Random(7);
        foreach (var row in Pictures)
        {
            var bytes = ((byte[])row[1]).ToArray();
            for (var i = 0; i < 3_000; i++)
            {
                var changed = bytes[..random.Next(bytes.Length)];
                if (changed.Length > 13) changed[random.Next(12, changed.Length)] = (byte)random.Next(256);
                _ = Picture.Of(changed);
            }
        }
    }

    [Fact]
    public async Task The_folder_keeps_what_was_looked_at_last()
    {
        using var folder = new TempFolder();
        var clock = new FakeClock();
        var store = new PictureStore(folder.File("pictures"), clock, mostBytes: 10_000);
        for (var i = 0; i < 10; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await store.KeepAsync($"https://press.example/{i}", Picture.Of(Images.Png(padding: 1_500)), CancellationToken.None);
            if (i > 0) Assert.True((await store.FindAsync("https://press.example/0", CancellationToken.None)).IsKnown, $"after {i}");
        }

        var kept = Directory.EnumerateFiles(folder.File("pictures"), "*", SearchOption.AllDirectories).ToList();
        Assert.InRange(kept.Sum(file => new FileInfo(file).Length), 1, 10_000);
        Assert.DoesNotContain(kept, file => file.EndsWith(".part", StringComparison.Ordinal));
        Assert.True((await store.FindAsync("https://press.example/9", CancellationToken.None)).IsKnown);
        Assert.False((await store.FindAsync("https://press.example/1", CancellationToken.None)).IsKnown);
    }

    [Fact]
    public async Task That_there_is_no_picture_is_known_for_an_hour()
    {
        using var folder = new TempFolder();
        var clock = new FakeClock();
        var store = new PictureStore(folder.File("pictures"), clock);
        await store.KeepAsync("https://press.example/a", picture: null, CancellationToken.None);

        var answer = await store.FindAsync("https://press.example/a", CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal((true, null), (answer.IsKnown, answer.Picture));
        Assert.False((await store.FindAsync("https://press.example/a", CancellationToken.None)).IsKnown);
    }
}
