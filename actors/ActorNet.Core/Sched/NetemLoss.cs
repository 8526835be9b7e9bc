namespace ActorNet.Core.Sched;

/// <summary>What gets lost, by the three models (<c>loss_event</c>; rules NETEM-02, NETEM-08, NETEM-09).</summary>
internal struct NetemLoss
{
    private State _state;

    private enum State : byte
    {
        /// <summary>Frames pass, with losses one by one; the good state of Gilbert and Elliott.</summary>
        Gap,

        /// <summary>Frames pass between those that a burst loses.</summary>
        BurstPassing,

        /// <summary>A burst loses frames; the bad state of Gilbert and Elliott.</summary>
        BurstLosing,

        /// <summary>A frame was lost by itself.</summary>
        GapLosing,
    }

    /// <summary>The model.</summary>
    public NetemLossModel Model { get; private set; }

    /// <summary>Sets the model; one that is given anew starts in its good state.</summary>
    public void Set(NetemLossModel model)
    {
        Model = model;
        if (model.Kind != NetemLossKind.Random) _state = State.Gap;
    }

    /// <summary>Whether the next frame is lost.</summary>
    /// <param name="probability">Of random loss.</param>
    /// <param name="draws">Of random loss.</param>
    /// <param name="random">Random numbers.</param>
    public bool Next(uint probability, ref NetemDraws draws, NetemRandom random) => Model.Kind switch
    {
        NetemLossKind.State => NextOfStates(random.Next()),
        NetemLossKind.GilbertElliott => NextOfGilbertElliott(random),
        _ => probability != 0 && probability >= draws.Next(random),
    };

    private bool NextOfStates(uint draw)
    {
        (_state, var lost) = _state switch
        {
            State.Gap when draw < Model.A4 => (State.GapLosing, true),
            State.Gap when draw < unchecked(Model.A1 + Model.A4) => (State.BurstLosing, true),
            State.BurstPassing when draw < Model.A5 => (State.BurstLosing, true),
            State.BurstLosing when draw < Model.A3 => (State.BurstPassing, false),
            State.BurstLosing when draw < unchecked(Model.A2 + Model.A3) => (State.Gap, false),
            State.BurstLosing => (State.BurstLosing, true),
            State.GapLosing => (State.Gap, false),
            _ => (_state, false),
        };
        return lost;
    }

    private bool NextOfGilbertElliott(NetemRandom random)
    {
        if (_state == State.Gap)
        {
            if (random.Next() < Model.A1) _state = State.BurstLosing;
            return random.Next() < Model.A4;
        }

        if (random.Next() < Model.A2) _state = State.Gap;
        return random.Next() > Model.A3;
    }
}
