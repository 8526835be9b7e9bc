using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Backends;

/// <summary>Runs scripts: ActorNet, or a real kernel.</summary>
internal interface IBackend : IAsyncDisposable
{
    /// <summary>For messages.</summary>
    string Name { get; }

    /// <summary>Runs each script in a world of its own; answers in the order of the scripts.</summary>
    Task<IReadOnlyList<ScriptResult>> RunAsync(IReadOnlyList<Script> scripts);
}
