namespace ActorNet.Engine.TestKit;

/// <summary>Muted log entries; unmuted by disposing it too.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Lets them through again; a second time does nothing.</summary>
    void Unmute();
}
