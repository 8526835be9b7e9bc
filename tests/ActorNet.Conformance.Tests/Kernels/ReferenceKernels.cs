using ActorNet.Conformance.Tests.Backends;
using Xunit;

namespace ActorNet.Conformance.Tests.Kernels;

/// <summary>The kernels of a run of the tests. Both work at the same time, from the first test that asks for one.</summary>
public sealed class ReferenceKernels : IAsyncLifetime
{
    internal const string Collection = "reference kernels";

    private readonly Dictionary<string, KernelRun> _runs = ReferenceKernel.All.ToDictionary(k => k.Name, k => new KernelRun(k), StringComparer.Ordinal);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var run in _runs.Values) await run.DisposeAsync();
    }

    /// <summary>What a run of one kernel answers; the others are started too, so that they need no time of their own.</summary>
    internal async Task<T> AskAsync<T>(string kernel, Func<KernelRun, Task<T>> question)
    {
        var answers = _runs.ToDictionary(p => p.Key, p => question(p.Value), StringComparer.Ordinal);
        try
        {
            return await answers[kernel];
        }
        catch (KernelUnavailableException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            throw new SkipException(missing.Message, missing);
        }
    }
}

[CollectionDefinition(ReferenceKernels.Collection)]
public sealed class ReferenceKernelsCollection : ICollectionFixture<ReferenceKernels>;
