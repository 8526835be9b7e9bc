using Xunit.Abstractions;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// A kit for xunit: derive a class of tests from it. Each test gets a kit, and with it a virtual system, of its own; disposing the kit ends the
/// system.
/// </summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>Where the log goes; null for standard error.</summary>
    protected readonly ITestOutputHelper? Output;

    private bool _isDisposed;

    /// <summary>Tests a system; without one, a virtual one of its own.</summary>
    /// <param name="system">Virtual or live; the kit ends it with itself.</param>
    /// <param name="output">Where the log goes; null for standard error.</param>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system) => UseOutput(Output = output);

    /// <summary>Makes a virtual system to test.</summary>
    /// <param name="config">What differs from <see cref="TestConfigs.DefaultConfig"/>.</param>
    /// <param name="actorSystemName">Null for <c>test</c>.</param>
    /// <param name="output">Where the log goes; null for standard error.</param>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName) => UseOutput(Output = output);

    /// <summary>Makes a virtual system to test.</summary>
    /// <param name="config">What differs from <see cref="TestConfigs.DefaultConfig"/>, as HOCON.</param>
    /// <param name="output">Where the log goes; null for standard error.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <summary>The assertions of xunit.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Runs after the test; ends the system.</summary>
    protected virtual void AfterAll() => Shutdown();

    /// <summary>Runs <see cref="AfterAll"/> once.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs <see cref="AfterAll"/> once.</summary>
    /// <param name="disposing">False only from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed) return;
        _isDisposed = true;
        SendNoMore();
        AfterAll();
    }

    private void UseOutput(ITestOutputHelper? output)
    {
        if (output is not null) Kit.WriteTo(output);
    }
}
