namespace ActorNet.Node.Control;

/// <summary>Carries out what comes in over one control connection, one request at a time; ends with the connection.</summary>
internal interface IControlDesk : IAsyncDisposable
{
    /// <summary>Whether the client may be silent for as long as it likes, because a person sits in front of it.</summary>
    bool MayBeSilent { get; }

    /// <summary>Carries one request out.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="stop">The daemon ends, or the client has gone away.</param>
    Task<ControlAnswer> HandleAsync(ControlRequest request, CancellationToken stop);
}
