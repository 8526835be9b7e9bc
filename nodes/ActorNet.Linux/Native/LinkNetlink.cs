using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>
/// Deletes a link by its index through rtnetlink. <c>ip link del</c> takes names only, and between looking a name up and deleting it the
/// name
/// can pass to somebody else's device; an index is not given twice in a namespace.
/// </summary>
internal static class LinkNetlink
{
    private const int HeaderBytes = 16;
    private const int IfInfoBytes = 16;

    /// <summary>Deletes the link in the calling thread's namespace: 0, or the errno (ENODEV when there is none).</summary>
    internal static int Delete(int index)
    {
        int socket = LibC.Socket(NetConstants.AF_NETLINK, NetConstants.SOCK_RAW | NetConstants.SOCK_CLOEXEC, NetConstants.NETLINK_ROUTE);
        if (socket < 0) throw LinuxException.Last("socket(AF_NETLINK)");
        try
        {
            Span<byte> request = stackalloc byte[HeaderBytes + IfInfoBytes];
            Fill(request, index);
            int sent = LibC.Write(socket, request);
            return sent < 0 ? -sent : ReadAnswer(socket);
        }
        finally
        {
            LibC.Close(socket);
        }
    }

    private static void Fill(Span<byte> request, int index)
    {
        request.Clear();
        MemoryMarshal.Write(request, request.Length);
        MemoryMarshal.Write(request[4..], NetConstants.RTM_DELLINK);
        MemoryMarshal.Write(request[6..], (ushort)(NetConstants.NLM_F_REQUEST | NetConstants.NLM_F_ACK));
        MemoryMarshal.Write(request[(HeaderBytes + 4)..], index);
    }

    /// <summary>The acknowledgement is an error message whose number is 0 or a negated errno.</summary>
    private static int ReadAnswer(int socket)
    {
        Span<byte> answer = stackalloc byte[512];
        int count = LibC.Read(socket, answer);
        if (count < 0) return -count;
        bool isError = count >= HeaderBytes + 4 && MemoryMarshal.Read<ushort>(answer[4..]) == NetConstants.NLMSG_ERROR;
        return isError ? -MemoryMarshal.Read<int>(answer[HeaderBytes..]) : Errno.EIO;
    }
}
