using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Blocks of filters that several hooks use, by number (rule HOOK-08). A block lives from its first user to its last.</summary>
internal static class SharedBlocks
{
    /// <summary>The block of that number, made when nobody uses it yet; the caller is one more user.</summary>
    public static TcfBlock Join(NetNamespace ns, uint index)
    {
        if (!ns.Blocks.TryGetValue(index, out var block))
        {
            block = new TcfBlock { Index = index };
            ns.Blocks.Add(index, block);
        }

        block.Users++;
        return block;
    }

    /// <summary>One user less; with the last one, or for a private block, the filters go.</summary>
    public static void Leave(NetNamespace ns, TcfBlock block)
    {
        if (block.Index != 0 && --block.Users > 0) return;
        block.Clear();
        if (block.Index != 0) ns.Blocks.Remove(block.Index);
    }
}
