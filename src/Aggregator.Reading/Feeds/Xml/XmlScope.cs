using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>An open element: where its name stands, and what it hands down to the elements inside.</summary>
/// <param name="Namespaces">How many namespace declarations were in force before this element.</param>
/// <param name="BaseIsGiven">Whether the base is that of an xml:base, not the document's address.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XmlScope(
    int Name, int NameLength, int Namespaces, Vocabulary Vocabulary, Uri? Base, bool BaseIsGiven, string? Language);

/// <summary>An attribute as slices of the document; the value is still escaped.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XmlAttribute(int Name, int NameLength, int Value, int ValueLength);

/// <summary>A namespace declaration in force; the default namespace has a prefix of length 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XmlNamespace(int Prefix, int PrefixLength, Vocabulary Vocabulary);

/// <summary>What <see cref="XmlScanner.Read"/> stands on.</summary>
internal enum XmlToken
{
    None,
    Start,
    End,
    Text,
    CData,
}
