namespace ActorNet.Core.Frames;

/// <summary>
/// The bytes behind one or more <see cref="SkBuff"/>s. Clones share it, so it is written only while <see cref="IsShared"/> is false.
/// Owned by the pool that made it.
/// </summary>
public sealed class DataBuffer
{
    private int _references;

    internal DataBuffer(SkBuffPool home, int size, bool large)
    {
        Home = home;
        Bytes = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        Large = large;
    }

    /// <summary>The bytes; pinned, so that their address may be given to the kernel.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether more than one <see cref="SkBuff"/> reads it.</summary>
    public bool IsShared => Volatile.Read(ref _references) > 1;

    internal SkBuffPool Home { get; }

    internal bool Large { get; }

    internal DataBuffer? Next { get; set; }

    internal void FirstReference() => _references = 1;

    internal void AddReference() => Interlocked.Increment(ref _references);

    /// <summary>Gives a reference up; true when it was the last.</summary>
    internal bool Release() => Volatile.Read(ref _references) == 1 || Interlocked.Decrement(ref _references) == 0;
}
