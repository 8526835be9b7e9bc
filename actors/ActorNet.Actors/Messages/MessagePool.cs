namespace ActorNet.Actors.Messages;

/// <summary>
/// Reuses frame messages of one kind. Made for one loop: all of a lab's actors share a loop, so neither renting nor returning needs a lock.
/// What exceeds <see cref="Limit"/> is left to the garbage collector.
/// </summary>
internal sealed class MessagePool
{
    /// <summary>Hulls kept at most.</summary>
    public const int Limit = 1024;

    private readonly Func<FrameMessage> _make;
    private FrameMessage? _free;
    private int _kept;

    public MessagePool(Func<FrameMessage> make) => _make = make;

    public FrameMessage Rent()
    {
        var message = _free;
        if (message is null)
        {
            message = _make();
            message.Home = this;
            return message;
        }

        _free = message.Next;
        message.Next = null;
        _kept--;
        return message;
    }

    public void Return(FrameMessage message)
    {
        if (_kept == Limit) return;
        message.Next = _free;
        _free = message;
        _kept++;
    }
}
