using ActorNet.Engine.Refs;

namespace ActorNet.Engine.Cell;

/// <content>
/// Children. Under a lock, because top-level actors are made from any thread; a parent's own use of it is rare and never contended.
/// </content>
internal sealed partial class ActorCell
{
    private readonly Lock _childGate = new();
    private Dictionary<string, ChildRecord>? _children;
    private long _generatedNames;

    private int ChildCount
    {
        get
        {
            lock (_childGate) return _children?.Count ?? 0;
        }
    }

    private bool HasStoppingChildren => Array.Exists(ChildRecords(), child => child.IsStopping);

    public IActorRef ActorOf(Props props, string? name = null)
    {
        RequireTurn("ActorOf");
        return MakeChild(props, name);
    }

    public IActorRef Child(string name)
    {
        lock (_childGate) return _children is not null && _children.TryGetValue(name, out var found) ? found.Child : ActorRefs.Nobody;
    }

    public IEnumerable<IActorRef> GetChildren() => Array.ConvertAll(ChildRecords(), child => (IActorRef)child.Child);

    /// <summary>Makes a child; any thread.</summary>
    internal LocalActorRef MakeChild(Props props, string? name)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (name is not null) ActorNames.Check(name);
        var loop = OwnSystem.LoopFor(props.Dispatcher, this);
        LocalActorRef child;
        lock (_childGate)
        {
            if (_phase >= CellPhase.Stopping) throw new InvalidOperationException($"{Self.Path} is stopping and takes no new children. Make them before it stops.");
            _children ??= new Dictionary<string, ChildRecord>(StringComparer.Ordinal);
            name ??= ActorNames.Generated(_generatedNames++);
            if (_children.ContainsKey(name)) throw new InvalidActorNameException($"The actor name '{name}' is taken below {Self.Path}. Choose another, or wait until that actor has terminated.");
            child = new ActorCell(OwnSystem, loop, Self, props, new LocalActorPath(Self.Path, name, OwnSystem.NextUid())).Self;
            _children.Add(name, new ChildRecord(child));
        }
        child.SendSystem(new SystemMessage(SystemKind.Create));
        return child;
    }

    /// <summary>Stops a child, noting it, so that a restart waits for it.</summary>
    internal bool StopChild(IActorRef child)
    {
        if (FindChild(child) is not { } record) return false;
        record.Stop();
        return true;
    }

    private ChildRecord? FindChild(IActorRef child)
    {
        lock (_childGate)
        {
            return _children is not null && _children.TryGetValue(child.Path.Name, out var record) && record.Child.Equals(child) ? record : null;
        }
    }

    internal ChildRecord[] ChildRecords()
    {
        lock (_childGate) return _children is { Count: > 0 } ? [.. _children.Values] : [];
    }

    private void StopChildren() => Array.ForEach(ChildRecords(), child => child.Stop());

    private void SuspendChildren(IActorRef? except)
    {
        foreach (var child in ChildRecords())
        {
            if (!child.Child.Equals(except)) child.Suspend();
        }
    }

    private void ResumeChildren(Exception? ownFailure, IActorRef? perpetrator)
    {
        foreach (var child in ChildRecords()) child.Resume(child.Child.Equals(perpetrator) ? ownFailure : null);
    }

    private void RemoveChild(IActorRef child)
    {
        if (FindChild(child) is null) return;
        lock (_childGate) _children!.Remove(child.Path.Name);
        if (_phase == CellPhase.Stopping && ChildCount == 0) FinishStop();
        else if (_phase == CellPhase.Restarting && !HasStoppingChildren) FinishRestart();
    }
}
