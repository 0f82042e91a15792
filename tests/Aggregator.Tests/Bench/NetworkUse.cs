using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Aggregator.Tests.Bench;

/// <summary>Finds in a compiled assembly who makes something that can talk to the network, however the source writes it (ECMA-335 §II.22, §III.3).</summary>
internal static class NetworkUse
{
    private static readonly string[] Talkers =
    [
        "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker",
        "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler", "System.Net.WebSockets.ClientWebSocket", "System.Net.WebClient", "System.Net.WebRequest",
        "System.Net.HttpWebRequest", "System.Net.Mail.SmtpClient", "System.Net.NetworkInformation.Ping", "System.Net.Quic.QuicConnection", "System.Net.Dns",
    ];

    /// <summary>"Type → what it makes or asks", for the outermost type of each such place.</summary>
    public static IReadOnlyList<string> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var data = file.GetMetadataReader();
        var wanted = data.MemberReferences.Where(handle => Talks(data, data.GetMemberReference(handle)) is not null)
            .ToDictionary(handle => MetadataTokens.GetToken(handle), handle => Talks(data, data.GetMemberReference(handle))!);
        var uses = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var method in data.MethodDefinitions.Select(data.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            for (var at = 0; at + 4 < code.Length; at++)
            {
                // call, newobj
                if (code[at] is 0x28 or 0x73 && wanted.TryGetValue(BitConverter.ToInt32(code, at + 1), out var talker)) uses.Add($"{Outermost(data, method.GetDeclaringType())} → {talker}");
            }
        }

        return [.. uses];
    }

    /// <summary>Static methods and constructors; what is done with one that was made is its maker's.</summary>
    private static string? Talks(MetadataReader data, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = data.GetTypeReference((TypeReferenceHandle)member.Parent);
        var name = $"{data.GetString(type.Namespace)}.{data.GetString(type.Name)}";
        return Talkers.Contains(name) && (data.GetString(member.Name) == ".ctor" || IsStatic(data, member)) ? name : null;
    }

    private static bool IsStatic(MetadataReader data, MemberReference member) => !data.GetBlobReader(member.Signature).ReadSignatureHeader().IsInstance;

    private static string Outermost(MetadataReader data, TypeDefinitionHandle handle)
    {
        var type = data.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil ? $"{data.GetString(type.Namespace)}.{data.GetString(type.Name)}" : Outermost(data, type.GetDeclaringType());
    }
}
