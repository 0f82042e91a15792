namespace Aggregator.Reading.Stories;

/// <summary>Where in a text something stands. The press tells the event first; what comes later is background that other events of the same people share.</summary>
internal enum TextPlace
{
    Title,
    FirstSentence,
    Later,
}
