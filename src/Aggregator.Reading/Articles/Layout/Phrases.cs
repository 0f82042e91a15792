using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>The fixed phrases that publishers put between and after paragraphs, in French and English.</summary>
internal static class Phrases
{
    private static readonly string[] Invitations =
    [
        "lire aussi", "à lire aussi", "lire également", "à lire également", "lire la suite", "voir aussi", "à voir aussi", "écouter aussi", "sur le même sujet",
        "abonnez-vous", "inscrivez-vous", "s'abonner", "recevez ", "suivez-nous", "partager", "article réservé aux abonnés", "la suite après cette publicité", "publicité",
        "read more", "read also", "also read", "read next", "see also:", "more from", "related:", "related article", "recommended:", "click here to", "sign up for", "sign up to", "subscribe to", "subscribe now",
        "follow us", "follow me on", "join our", "share this", "share on", "advertisement", "story continues below", "article continues", "continue reading", "skip to", "jump to",
        "photo:", "photo credit", "photo by", "image:", "image credit", "image source", "image via", "credit:", "crédit photo", "crédits", "getty images", "copyright", "©", "all rights reserved", "tous droits réservés",
        "posted in", "filed under", "tagged with", "tags:", "categories:", "last updated", "mis à jour le", "publié le", "published on", "minute read", "table of contents", "sommaire",
        "this post may contain affiliate", "this post contains affiliate", "download our app", "watch:", "listen:", "video:", "back to top", "print this", "don't miss", "get the latest", "see more:", "citation:", "this document is subject to copyright", "view this figure", "email this",
    ];

    private static readonly FrozenSet<string> Alone = new[]
    {
        "advert", "ad", "advertisement", "close", "share", "print", "email", "facebook", "twitter", "linkedin", "pinterest", "whatsapp", "copy link", "copied", "save", "menu", "search", "loading...",
        "this slideshow requires javascript.", "don't miss", "learn more", "shop now", "buy now", "get started", "hide", "show", "publicité", "imprimer", "partager", "fermer", "newsletter", "related", "sponsored",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> TailHeadings = new[]
    {
        "related", "related articles", "related posts", "related stories", "related content", "related reading", "related topics", "related resources", "related news", "recommended", "recommended for you", "recommended reading",
        "you may also like", "you might also like", "you may like", "more from", "more stories", "more like this", "more articles", "read more", "read next", "keep reading", "further reading", "latest posts", "latest news", "latest articles", "recent posts",
        "popular posts", "most popular", "most read", "trending", "trending now", "share this", "share this post", "share this article", "share", "follow us", "subscribe", "newsletter", "stay connected", "stay informed",
        "comments", "leave a comment", "leave a reply", "post a comment", "join the conversation", "about the author", "about the authors", "about author", "about us", "author", "tags", "topics", "categories", "sources", "references", "see also", "up next",
        "articles similaires", "à lire aussi", "lire aussi", "à lire également", "sur le même sujet", "dans la même rubrique", "articles liés", "à propos de l'auteur", "l'auteur", "commentaires", "laisser un commentaire", "laissez un commentaire",
        "partager", "partager cet article", "partager :", "les plus lus", "vous aimerez aussi", "pour aller plus loin", "mots-clés", "notes et références", "discussion about this post", "ready to get started",
    }.ToFrozenSet();

    /// <summary>A short paragraph that sends the reader elsewhere.</summary>
    public static bool IsInvitation(string text) =>
        Alone.Contains(text.ToLowerInvariant()) || text.Length is > 0 and < 160 && Array.Exists(Invitations, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>A heading after which no article comes any more.</summary>
    public static bool OpensTail(string text) => TailHeadings.Contains(text.ToLowerInvariant().Replace('’', '\'').TrimEnd(':', ' ', '.', '…', '\u00A0'));

    /// <summary>Whether two titles are the same but for case, accents of punctuation and spaces.</summary>
    public static bool Same(string one, string other) => Letters(one) == Letters(other);

    public static string Letters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c)) kept.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        return kept.ToString();
    }
}
