namespace Aggregator.Sending;

/// <summary>Why a text is not an address that mail can be sent to.</summary>
public enum MailAddressFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>More than 254 characters (RFC 5321 §4.5.3.1.3), or more than 64 before the @ (§4.5.3.1.1).</summary>
    TooLong,

    /// <summary>No @, or nothing on one of its sides.</summary>
    Incomplete,

    /// <summary>Two addresses, a name with its address, or other text around it.</summary>
    NotOneAddress,

    /// <summary>Letters outside ASCII before the @ (RFC 6531): too few mail servers take them.</summary>
    NonAsciiLocalPart,

    /// <summary>A character, a dot or quotation marks before the @ that we do not take.</summary>
    LocalPart,

    /// <summary>What follows the @ is no name of a mail domain in the public DNS.</summary>
    Domain,
}
