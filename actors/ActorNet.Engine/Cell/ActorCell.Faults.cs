using System.Runtime.ExceptionServices;

namespace ActorNet.Engine.Cell;

/// <content>Failure: suspend, ask the parent, resume or restart.</content>
internal sealed partial class ActorCell
{
    private bool _hasFailed;
    private IActorRef? _perpetrator;
    private object? _failedMessage;
    private IActorRef? _failedSender;
    private Exception? _restartCause;
    private SupervisorStrategy? _strategy;

    /// <summary>Suspends this actor and its children and asks the parent what to do.</summary>
    private void Fail(Exception cause, IActorRef? suspendedChild)
    {
        if (_phase >= CellPhase.Stopping)
        {
            OwnSystem.LogSink.Write(LogLevel.ErrorLevel, Self.Path.ToString(), "Failed while stopping; it stops all the same.", cause);
            return;
        }
        Block();
        if (_hasFailed)
        {
            // The decision about the first failure is on its way and covers this one.
            Unblock();
            return;
        }
        _hasFailed = true;
        _perpetrator = suspendedChild ?? Self;
        _failedMessage = _message;
        _failedSender = _sender;
        SuspendChildren(suspendedChild);
        ParentRef.SendSystem(new SystemMessage(SystemKind.Failed) { Ref = Self, Cause = cause });
    }

    private void ClearFailure()
    {
        _hasFailed = false;
        _perpetrator = null;
        _failedMessage = null;
        _failedSender = null;
    }

    private void Resume(Exception? ownFailure)
    {
        if (_phase >= CellPhase.Stopping) return;
        if (_phase == CellPhase.Restarting)
        {
            Unblock();
            return;
        }
        if (_actor is null)
        {
            BeginCreateAgain();
            return;
        }
        Unblock();
        var perpetrator = _perpetrator;
        if (ownFailure is not null) ClearFailure();
        ResumeChildren(ownFailure, perpetrator);
    }

    private void Recreate(Exception cause)
    {
        if (_phase >= CellPhase.Stopping) return;
        if (_phase == CellPhase.Restarting)
        {
            Unblock();
            return;
        }
        if (_actor is not { } failed)
        {
            BeginCreateAgain();
            return;
        }
        (_message, _sender) = (_failedMessage, _failedSender);
        try
        {
            failed.AroundPreRestart(cause, _failedMessage);
        }
        catch (Exception e)
        {
            OwnSystem.LogSink.Write(LogLevel.ErrorLevel, Self.Path.ToString(), "PreRestart failed; the actor is restarted all the same.", e);
        }
        (_message, _sender) = (null, null);
        Release();
        _actor = null;
        WaitToRestart(cause);
    }

    /// <summary>The actor could not be made: whatever the failed attempt left is stopped, then it is tried from the start.</summary>
    private void BeginCreateAgain()
    {
        StopChildren();
        WaitToRestart(null);
    }

    private void WaitToRestart(Exception? cause)
    {
        _restartCause = cause;
        _phase = CellPhase.Restarting;
        if (!HasStoppingChildren) FinishRestart();
    }

    private void FinishRestart()
    {
        var cause = _restartCause;
        _restartCause = null;
        _phase = CellPhase.Running;
        Unblock();
        ClearFailure();
        if (cause is null) Create();
        else StartAgain(cause);
    }

    private void StartAgain(Exception cause)
    {
        var survivors = ChildRecords();
        try
        {
            _actor = NewActor();
            _actor.AroundPostRestart(cause, null);
            ArmIdleTimeout();
        }
        catch (Exception e)
        {
            _actor = null;
            throw new ActorInitializationException(Self, $"{Self.Path} could not be restarted: {e.Message}", e);
        }
        Array.ForEach(survivors, child => child.Restart(cause));
    }

    private void DecideOnChild(IActorRef child, Exception cause)
    {
        if (FindChild(child) is not { } failed) return;
        _strategy ??= Props.SupervisorStrategy ?? _actor?.OwnStrategy() ?? SupervisorStrategy.DefaultStrategy;
        if (!_strategy.Decide(this, failed, cause)) ExceptionDispatchInfo.Throw(cause);
    }
}
