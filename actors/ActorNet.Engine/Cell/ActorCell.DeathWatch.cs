using ActorNet.Engine.Refs;

namespace ActorNet.Engine.Cell;

/// <content>Whom this actor watches, and who watches it.</content>
internal sealed partial class ActorCell
{
    /// <summary>Watched references, each with the message to get instead of <see cref="Terminated"/>, if any.</summary>
    private Dictionary<IActorRef, object?>? _watching;

    /// <summary>Those whose notice is in the mailbox: an Unwatch until it is handled still takes it back.</summary>
    private Dictionary<IActorRef, object?>? _noticed;

    private List<IActorRef>? _watchers;

    public IActorRef Watch(IActorRef subject) => WatchFor(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WatchFor(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        RequireTurn("Unwatch");
        if (_watching is not null && _watching.Remove(subject) && subject is IInternalRef local)
            local.SendSystem(new SystemMessage(SystemKind.Unwatch) { Ref = Self });
        _noticed?.Remove(subject);
        return subject;
    }

    private IActorRef WatchFor(IActorRef subject, object? message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        RequireTurn("Watch");
        _watching ??= [];
        if (subject.Equals(Self) || !_watching.TryAdd(subject, message)) return subject;
        if (subject is IInternalRef local) local.SendSystem(new SystemMessage(SystemKind.Watch) { Ref = Self });
        else if (subject.IsNobody()) DeathNotice.Send(Self, subject, existenceConfirmed: false);
        return subject;
    }

    private void AddWatcher(IActorRef watcher)
    {
        _watchers ??= [];
        if (!_watchers.Contains(watcher)) _watchers.Add(watcher);
    }

    private void RemoveWatcher(IActorRef watcher) => _watchers?.Remove(watcher);

    private void OnDied(IActorRef dead, bool existenceConfirmed)
    {
        if (_watching is not null && _watching.Remove(dead, out var message) && _phase < CellPhase.Stopping)
        {
            (_noticed ??= []).Add(dead, message);
            AcceptNotice(new Terminated(dead, existenceConfirmed, addressTerminated: false), dead);
        }
        RemoveChild(dead);
    }

    /// <summary>Into the mailbox even when it is full: a lost notice would never be repeated, and there is at most one per watch.</summary>
    private void AcceptNotice(Terminated notice, IActorRef sender)
    {
        _mailbox.AddAlways(notice, sender);
        EnsureScheduled();
    }

    private bool AcceptTerminated(Terminated terminated, out object news)
    {
        news = terminated;
        if (_noticed is null || !_noticed.Remove(terminated.ActorRef, out var message)) return false;
        news = message ?? terminated;
        return true;
    }

    private void UnwatchAll()
    {
        if (_watching is null) return;
        foreach (var subject in _watching.Keys)
        {
            if (subject is IInternalRef local) local.SendSystem(new SystemMessage(SystemKind.Unwatch) { Ref = Self });
        }
        _watching = null;
    }

    private void TellWatchers()
    {
        if (_watchers is null) return;
        foreach (var watcher in _watchers)
        {
            // The parent hears of it as a parent.
            if (!watcher.Equals(ParentRef)) DeathNotice.Send(watcher, Self, existenceConfirmed: true);
        }
        _watchers = null;
    }
}
