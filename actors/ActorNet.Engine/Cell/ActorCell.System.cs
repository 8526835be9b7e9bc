namespace ActorNet.Engine.Cell;

/// <content>Life-cycle messages and what blocks user messages.</content>
internal sealed partial class ActorCell
{
    private SystemMessage? _systemHead;
    private SystemMessage? _systemTail;

    /// <summary>Reasons not to handle user messages: suspensions, an asynchronous handler, a phase that waits for children.</summary>
    private int _blocked;

    /// <summary>The loop's thread.</summary>
    internal void AcceptSystem(SystemMessage message)
    {
        if (_phase == CellPhase.Ended)
        {
            SystemMessage.Refuse(message, Self);
            return;
        }
        if (_systemTail is null) _systemHead = message;
        else _systemTail.Next = message;
        _systemTail = message;
        _attention = true;
        EnsureScheduled();
    }

    /// <summary>Handles all that wait.</summary>
    /// <returns>True when user messages may follow.</returns>
    private bool HandleSystemMessages()
    {
        while (_systemHead is { } message)
        {
            _systemHead = message.Next;
            if (_systemHead is null) _systemTail = null;
            message.Next = null;
            try
            {
                Handle(message);
            }
            catch (Exception e)
            {
                // An escalated failure keeps the child that caused it suspended by its own doing.
                Fail(e, message.Kind == SystemKind.Failed ? message.Ref : null);
            }
        }
        _attention = _blocked > 0;
        return _blocked == 0;
    }

    private void Handle(SystemMessage message)
    {
        if (_phase == CellPhase.Ended)
        {
            SystemMessage.Refuse(message, Self);
            return;
        }
        switch (message.Kind)
        {
            case SystemKind.Create: Create(); break;
            case SystemKind.Suspend: Block(); SuspendChildren(null); break;
            case SystemKind.Resume: Resume(message.Cause); break;
            case SystemKind.Recreate: Recreate(message.Cause!); break;
            case SystemKind.Terminate: BeginStop(); break;
            case SystemKind.Watch: AddWatcher(message.Ref!); break;
            case SystemKind.Unwatch: RemoveWatcher(message.Ref!); break;
            case SystemKind.Died: OnDied(message.Ref!, message.ExistenceConfirmed); break;
            case SystemKind.Failed: DecideOnChild(message.Ref!, message.Cause!); break;
            case SystemKind.RunTask: RunAsyncStep((Task)message.Payload!); break;
            case SystemKind.TaskDone: EndAsync(message.Cause); break;
        }
    }

    private void Block()
    {
        _blocked++;
        _attention = true;
    }

    private void Unblock()
    {
        if (_blocked > 0) _blocked--;
    }
}
