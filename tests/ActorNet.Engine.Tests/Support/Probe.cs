namespace ActorNet.Engine.Tests;

/// <summary>An actor that keeps what it gets.</summary>
internal sealed class Probe
{
    public Probe(ActorSystem system, string? name = null) => Ref = system.ActorOf(Props.Create(() => new Keeper(this)), name);

    public IActorRef Ref { get; }

    public List<object> Messages { get; } = [];

    public List<IActorRef> Senders { get; } = [];

    private sealed class Keeper : UntypedActor
    {
        private readonly Probe _probe;

        public Keeper(Probe probe) => _probe = probe;

        protected override void OnReceive(object message)
        {
            // A probe does what it is told, so that a test can watch and stop through it.
            if (message is Action<IActorContext> action)
            {
                action(Context);
                return;
            }
            _probe.Messages.Add(message);
            _probe.Senders.Add(Sender);
        }
    }
}
