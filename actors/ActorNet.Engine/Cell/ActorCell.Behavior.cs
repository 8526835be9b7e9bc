namespace ActorNet.Engine.Cell;

/// <content>Become and its stack.</content>
internal sealed partial class ActorCell
{
    /// <summary>The behaviour in force; null for the actor's own <c>Receive</c>.</summary>
    private Receive? _behavior;

    /// <summary>Behaviours below the one in force; null for the actor's own.</summary>
    private Stack<Receive?>? _below;

    public void Become(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        RequireTurn("Become");
        _behavior = receive;
        UpdatePlain();
    }

    public void BecomeStacked(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        RequireTurn("BecomeStacked");
        (_below ??= new Stack<Receive?>()).Push(_behavior);
        _behavior = receive;
        UpdatePlain();
    }

    public void UnbecomeStacked()
    {
        RequireTurn("UnbecomeStacked");
        _behavior = _below is { Count: > 0 } below ? below.Pop() : null;
        UpdatePlain();
    }

    public void Become(UntypedReceive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        Become(Always(receive));
    }

    public void BecomeStacked(UntypedReceive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        BecomeStacked(Always(receive));
    }

    private static Receive Always(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void ForgetBehaviors()
    {
        _behavior = null;
        _below = null;
        UpdatePlain();
    }

    private void UpdatePlain() => _plain = _behavior is null && _idleTimeout is null && _stash is null && !TypeInfo.WrapsReceive;
}
