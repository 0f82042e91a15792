namespace Aggregator.Sending;

/// <summary>
/// Hands mails over as files <c>*.eml</c> in a folder, for a relay that picks them up or a person who looks. A file appears whole or not
/// at all, and what was reported as handed over is still there after a loss of power. One Message-ID is one file name, so a repeated
/// attempt finds the mail of the first as long as it lies there; once a relay took it, only the ledger knows.
/// </summary>
/// <param name="folder">The folder; made when it is not there.</param>
public sealed class PickupFolder(string folder) : IMailer
{
    private readonly Lock naming = new();

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken stop)
    {
        try
        {
            var mail = MimeWriter.Write(message);
            Directory.CreateDirectory(folder);
            return await PutAsync(mail, Path.Combine(folder, MailFileName.Of(message.MessageId)), stop);
        }
        catch (UnwritableMailException e)
        {
            return new(MailResult.Unwritable, e.Message);
        }
        catch (Exception e) when (PickupFaults.Find(e) is { } result)
        {
            // The folder, where it says enough: the draft's name in the message differs each time.
            return new(result, result is MailResult.TransportFault ? e.Message : folder);
        }
    }

    private async Task<MailOutcome> PutAsync(byte[] mail, string path, CancellationToken stop)
    {
        if (File.Exists(path)) return new(MailResult.AlreadyThere);
        // A name of its own for each attempt: what a killed one left behind is in nobody's way. Relays take *.eml only.
        var draft = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using var file = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, FileOptions.Asynchronous);
            await RandomAccess.WriteAsync(file, mail, 0, stop);
            RandomAccess.FlushToDisk(file);
            if (!TryName(draft, path)) return new(MailResult.AlreadyThere);
            // Again, for the name: the journals of ext4, XFS and Btrfs write a renamed file's directory entry with the file.
            RandomAccess.FlushToDisk(file);
            return new(MailResult.HandedOver);
        }
        finally
        {
            // Gone already when all went well.
            File.Delete(draft);
        }
    }

    /// <summary>Gives the finished file its name unless another has it. Between processes the ledger's lease sees to that.</summary>
    private bool TryName(string draft, string path)
    {
        lock (naming)
        {
            if (File.Exists(path)) return false;
            File.Move(draft, path, overwrite: false);
            return true;
        }
    }
}
