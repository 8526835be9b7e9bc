namespace ActorNet.Engine;

/// <summary>The one order of references: path, then incarnation.</summary>
internal static class RefOrder
{
    internal static int Compare(IActorRef left, IActorRef? right)
    {
        if (right is null) return 1;
        var byPath = left.Path.CompareTo(right.Path);
        return byPath != 0 ? byPath : left.Path.Uid.CompareTo(right.Path.Uid);
    }

    internal static int Compare(IActorRef left, object? right) => right switch
    {
        null => 1,
        IActorRef other => Compare(left, other),
        _ => throw new ArgumentException($"An actor reference cannot be compared with a {right.GetType()}.", nameof(right)),
    };
}
