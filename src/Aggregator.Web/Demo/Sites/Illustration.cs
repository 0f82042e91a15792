using System.Security.Cryptography;
using System.Text;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Demo.Sites;

/// <summary>A small harbour picture for an article, always the same for the same slug. A PNG: the desk shows no SVG of publishers, which may run.</summary>
internal static class Illustration
{
    private const int Width = 400, Height = 210;

    public static byte[] Of(string slug)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(slug));
        var hue = seed[0] * 360 / 256;
        var palette = new[] { Colour(hue, .45, .84), Colour(hue + 40, .8, .66), Colour(hue, .2, .97), Colour(hue + 200, .4, .34), Colour(hue + 180, .38, .48), Colour(hue + 180, .42, .36) };
        var harbour = new Harbour(60 + seed[1], 35 + seed[4] / 8, 17 + seed[5] / 16, 50 + seed[2], 115 + seed[3] / 16);
        var pixels = new byte[Width * Height];
        for (var at = 0; at < pixels.Length; at++) pixels[at] = harbour.ColourAt(at % Width, at / Width);
        return IndexedPng.Write(Width, Height, palette, pixels);
    }

    /// <summary>Hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4 §7.1).</summary>
    private static (byte Red, byte Green, byte Blue) Colour(int hue, double saturation, double lightness)
    {
        return (Part(0), Part(8), Part(4));

        byte Part(int shift)
        {
            var k = (shift + (hue % 360 / 30.0)) % 12;
            return (byte)Math.Round(255 * (lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }
    }

    /// <summary>What stands where; numbers are pixels. Colours: 0 sky, 1 sun, 2 sail, 3 hull, 4 and 5 the sea, far and near.</summary>
    private sealed record Harbour(int SunX, int SunY, int Radius, int Mast, int Tide)
    {
        public byte ColourAt(int x, int y)
        {
            var wave = 6 * Math.Sin(x * Math.PI / 50);
            if (y > Tide + 39 + wave) return 5;
            if (y > Tide + 14 + wave) return 4;
            if (y >= Tide && y <= Tide + 20 && x >= Mast - 30 + ((y - Tide) * 3 / 4) && x <= Mast + 55 - ((y - Tide) * 3 / 4)) return 3;
            if (x >= Mast && y >= Tide - 75 && y <= Tide - 5 && x - Mast <= (y - Tide + 75) * 45 / 70) return 2;
            return ((x - SunX) * (x - SunX)) + ((y - SunY) * (y - SunY)) <= Radius * Radius ? (byte)1 : (byte)0;
        }
    }
}
