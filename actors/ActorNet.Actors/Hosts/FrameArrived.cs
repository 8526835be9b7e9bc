namespace ActorNet.Actors.Hosts;

/// <summary>To a host, from its wire: a frame has come. The message is used again, so only the host may keep it, and only until <see cref="Release"/>.</summary>
internal sealed class FrameArrived
{
    /// <summary>Idle messages that a wire keeps.</summary>
    private const int MaxIdle = 256;

    /// <summary>Longest frame whose room is kept.</summary>
    private const int MaxKept = 16_384;

    private readonly Stack<FrameArrived> _home;
    private byte[] _bytes = [];
    private int _length;

    internal FrameArrived(Stack<FrameArrived> home) => _home = home;

    internal ReadOnlySpan<byte> Frame => _bytes.AsSpan(0, _length);

    internal void Fill(ReadOnlySpan<byte> frame)
    {
        if (_bytes.Length < frame.Length) _bytes = new byte[frame.Length];
        frame.CopyTo(_bytes);
        _length = frame.Length;
    }

    /// <summary>Gives the message back to its wire, which is on the same loop.</summary>
    internal void Release()
    {
        if (_home.Count < MaxIdle && _bytes.Length <= MaxKept) _home.Push(this);
    }
}
