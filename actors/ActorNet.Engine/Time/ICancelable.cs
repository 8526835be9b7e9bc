namespace ActorNet.Engine;

/// <summary>Something that can be called off, from any thread.</summary>
public interface ICancelable
{
    /// <summary>It was called off.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>The same as a token.</summary>
    CancellationToken Token { get; }

    /// <summary>Calls it off; again does nothing.</summary>
    void Cancel();
}
