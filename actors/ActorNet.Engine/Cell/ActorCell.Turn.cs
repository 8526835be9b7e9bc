using System.Runtime.CompilerServices;
using ActorNet.Engine.Loops;

namespace ActorNet.Engine.Cell;

/// <content>Mailbox and turn: the data path.</content>
internal sealed partial class ActorCell
{
    private readonly int _limit;
    private MailboxRing _mailbox;
    private IActorRef? _sender;
    private object? _message;

    /// <summary>In the run queue, or running.</summary>
    private bool _scheduled;

    /// <summary>System messages wait, or user messages are blocked: one flag so that the data path makes one test.</summary>
    private bool _attention;

    /// <summary>No behaviour was set, nothing wraps the handler, no idle timeout runs: a message goes straight to the actor.</summary>
    private bool _plain;

    /// <summary>The loop's thread: puts a message into the mailbox and the actor into the run queue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Accept(object message, IActorRef? sender)
    {
        if (!_mailbox.TryAdd(message, sender) && !AcceptIntoFull(message, sender)) return;
        if (_scheduled) return;
        _scheduled = true;
        Loop.Schedule(this);
    }

    /// <summary>One turn: system messages, then up to <paramref name="throughput"/> user messages with system messages between them.</summary>
    /// <returns>Number of user messages.</returns>
    internal int Run(int throughput)
    {
        var loop = Loop;
        var handled = 0;
        loop.CurrentCell = this;
        try
        {
            if (!_attention || HandleSystemMessages())
            {
                while (handled < throughput && _mailbox.TryTake(out var message, out var sender))
                {
                    handled++;
                    _sender = sender;
                    _message = message;
                    if (_plain && !IsSpecial(message)) _actor!.ReceiveDirectly(message);
                    else Dispatch(message);
                    if (_attention && !HandleSystemMessages()) break;
                }
            }
        }
        catch (Exception e)
        {
            Fail(e, null);
        }
        EndTurn(loop);
        return handled;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndTurn(EventLoop loop)
    {
        loop.CurrentCell = null;
        _sender = null;
        _message = null;
        if (_mailbox.Count == 0 || _attention) EndQuietTurn(loop);
        else loop.Schedule(this);
    }

    private void EndQuietTurn(EventLoop loop)
    {
        if (_systemHead is not null || (_mailbox.Count > 0 && _blocked == 0)) loop.Schedule(this);
        else _scheduled = false;
    }

    private bool AcceptIntoFull(object message, IActorRef? sender)
    {
        if (_phase == CellPhase.Ended)
        {
            OwnSystem.Letters.Dead(message, sender, Self);
            return false;
        }
        if (_mailbox.TryGrow(_limit)) return _mailbox.TryAdd(message, sender);
        OwnSystem.Letters.Drop(message, "mailbox is full", sender, Self);
        return false;
    }

    /// <summary>Puts envelopes before all that wait, the first first; what does not fit is dropped and counted.</summary>
    internal void Prepend(IReadOnlyList<Envelope> envelopes)
    {
        for (var i = envelopes.Count - 1; i >= 0; i--)
        {
            if (_mailbox.Count >= _limit)
            {
                OwnSystem.Letters.Drop(envelopes[i].Message, "mailbox is full", envelopes[i].SenderOrNull, Self);
                continue;
            }
            _mailbox.AddFirst(envelopes[i]);
        }
        if (envelopes.Count > 0) EnsureScheduled();
    }

    private void EnsureScheduled()
    {
        if (_scheduled) return;
        _scheduled = true;
        Loop.Schedule(this);
    }

    /// <summary>Messages that the engine answers itself. All are sealed, so each test is one compare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpecial(object message)
    {
        var type = message.GetType();
        return type == typeof(TimerMessage) || type == typeof(PoisonPill) || type == typeof(Terminated)
            || type == typeof(Kill) || type == typeof(Identify);
    }
}
