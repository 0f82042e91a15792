namespace Aggregator.Sources;

/// <summary>Why a visit gave nothing. The words for people are in <see cref="PollErrorWords"/>; numbers are stored, so they never change.</summary>
public enum PollError
{
    None = 0,
    BadAddress = 1,
    NotPublic = 2,
    UnknownHost = 3,
    Unreachable = 4,
    Timeout = 5,
    TooLarge = 6,
    Tls = 7,
    HttpStatus = 8,
    TooManyRedirects = 9,
    EmptyBody = 10,
    NotAFeed = 11,
    Unreadable = 12,
    BrokenAnswer = 13,
    Gone = 14,
    AskedToWait = 15,
    PageNamesFeed = 16,
    NoArticle = 17,
    Interrupted = 18,
    BadPort = 19,
    RobotsForbid = 20,
    EmptyPage = 21,
    RobotsUnread = 22,
    NameUnanswered = 23,
}
