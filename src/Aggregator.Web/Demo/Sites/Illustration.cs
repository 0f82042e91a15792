using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Web.Demo.Sites;

/// <summary>A small harbour picture for an article, always the same for the same slug.</summary>
internal static class Illustration
{
    public static string Of(string slug)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(slug));
        int hue = seed[0] * 360 / 256, sun = 120 + seed[1] * 2, mast = 100 + seed[2] * 2, tide = 230 + seed[3] / 8;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" role="img">
            <rect width="800" height="420" fill="hsl({hue} 45% 84%)"/>
            <circle cx="{sun}" cy="{70 + seed[4] / 4}" r="{34 + seed[5] / 8}" fill="hsl({(hue + 40) % 360} 80% 66%)"/>
            <path d="M{mast} {tide + 20}V{tide - 150}L{mast + 90} {tide - 10}H{mast}" fill="hsl({hue} 20% 97%)"/>
            <path d="M{mast - 60} {tide}h170l-30 40h-110z" fill="hsl({(hue + 200) % 360} 40% 34%)"/>
            <path d="M0 {tide + 28}q100 -24 200 0t200 0 200 0 200 0V420H0z" fill="hsl({(hue + 180) % 360} 38% 48%)"/>
            <path d="M0 {tide + 78}q100 -24 200 0t200 0 200 0 200 0V420H0z" fill="hsl({(hue + 180) % 360} 42% 36%)"/>
            </svg>
            """);
    }
}
