using System.Runtime.InteropServices;
using System.Text;

namespace ActorNet.Linux.Native;

/// <summary><c>struct ifreq</c> of <c>linux/if.h</c>: a name and a union, of which only the flags are used here.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal unsafe struct IfReq
{
    [FieldOffset(0)]
    private fixed byte _name[NetConstants.IFNAMSIZ];

    [FieldOffset(16)]
    internal short Flags;

    internal static IfReq For(InterfaceName name, short flags)
    {
        var request = new IfReq { Flags = flags };
        Encoding.UTF8.GetBytes(name.Text, new Span<byte>(request._name, NetConstants.IFNAMSIZ - 1));
        return request;
    }

    internal readonly string Name
    {
        get
        {
            fixed (byte* name = _name)
            {
                var bytes = new ReadOnlySpan<byte>(name, NetConstants.IFNAMSIZ);
                int end = bytes.IndexOf((byte)0);
                return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
            }
        }
    }
}
