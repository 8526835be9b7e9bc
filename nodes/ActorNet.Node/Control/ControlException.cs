namespace ActorNet.Node.Control;

#pragma warning disable RCS1194 // Without saying what broke the protocol it is of no use.

/// <summary>The other side of a control socket does not keep to the protocol.</summary>
internal sealed class ControlException : Exception
{
    public ControlException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
