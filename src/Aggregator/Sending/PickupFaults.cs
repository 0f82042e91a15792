namespace Aggregator.Sending;

/// <summary>What an exception of the file system means for the operator.</summary>
internal static class PickupFaults
{
    // On Unix HResult is errno; on Windows it is a Win32 error as HRESULT.
    private const int NoSpace = 28, OverQuota = 122, OverQuotaMac = 69, ReadOnly = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027), WindowsOverQuota = unchecked((int)0x80070510);

    /// <returns>The outcome, or null when the exception is a mistake of our own.</returns>
    public static MailResult? Find(Exception exception) => exception switch
    {
        UnauthorizedAccessException => MailResult.NoRights,
        IOException { HResult: ReadOnly } => MailResult.NoRights,
        IOException { HResult: NoSpace or OverQuota or OverQuotaMac or WindowsDiskFull or WindowsHandleDiskFull or WindowsOverQuota } => MailResult.DiskFull,
        IOException => MailResult.TransportFault,
        _ => null,
    };
}
