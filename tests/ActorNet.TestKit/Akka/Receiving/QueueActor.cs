namespace ActorNet.Engine.TestKit;

/// <summary>The actor behind a kit or a probe: keeps what it gets for the test, and does what the test can only do inside of an actor.</summary>
internal sealed class QueueActor : ActorBase
{
    private readonly TestInbox _inbox;

    public QueueActor(TestInbox inbox) => _inbox = inbox;

    protected override bool Receive(object message)
    {
        if (message is Errand errand) errand.Run(Context);
        else _inbox.Accept(message, Sender);
        return true;
    }

    /// <summary>Something to do in the actor's turn; the test sees to it that it is done before it goes on.</summary>
    internal sealed class Errand(Action<IActorContext> action)
    {
        private volatile bool _isDone;

        internal bool IsDone => _isDone;

        internal void Run(IActorContext context)
        {
            action(context);
            _isDone = true;
        }
    }
}
