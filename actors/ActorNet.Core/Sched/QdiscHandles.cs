using ActorNet.Core.Devices;

namespace ActorNet.Core.Sched;

/// <summary>Chooses handles for qdiscs that were given none: 8001:, 8002:, ... and round again (<c>qdisc_alloc_handle</c>, rule QD-07).</summary>
public sealed class QdiscHandles
{
    private const uint FirstMajor = 0x8000;
    private const uint EndMajor = 0xFFFF;
    private uint _last = FirstMajor;

    /// <summary>The next handle that the device does not use; a number once given is not given again soon, even when its qdisc was refused.</summary>
    /// <exception cref="RtnlException">ENOMEM: the device uses all of them.</exception>
    public uint Next(NetDevice device)
    {
        for (var tries = FirstMajor; tries < EndMajor; tries++)
        {
            _last = _last + 1 == EndMajor ? FirstMajor : _last + 1;
            var handle = TcHandle.Make(_last, 0);
            if (QdiscTree.Find(device, handle) is null) return handle;
        }

        throw new RtnlException(Errno.ENOMEM);
    }
}
