using ActorNet.Core.Devices;

namespace ActorNet.Core.Tc;

/// <summary>Blocks of filters that several hooks use, by number (rule HOOK-08). A block lives from its first user to its last.</summary>
internal static class SharedBlocks
{
    /// <summary>The block of that number, made when nobody uses it yet; the caller is one more user, and its device one more port.</summary>
    public static TcfBlock Join(NetDevice device, uint index)
    {
        var blocks = device.Namespace.Blocks;
        if (!blocks.TryGetValue(index, out var block))
        {
            block = new TcfBlock(device.Namespace, index);
            blocks.Add(index, block);
        }

        block.Users++;
        block.Ports = [.. block.Ports.Append(device).OrderBy(static d => d.IfIndex)];
        return block;
    }

    /// <summary>One user less; with the last one, or for a private block, the filters go.</summary>
    public static void Leave(NetDevice device, TcfBlock block)
    {
        block.Ports = Array.FindAll(block.Ports, p => !ReferenceEquals(p, device));
        if (block.Index != 0 && --block.Users > 0) return;
        block.Clear();
        if (block.Shared is { } ns) ns.Blocks.Remove(block.Index);
    }
}
