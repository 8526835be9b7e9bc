using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Shell;

namespace ActorNet.Node.Shell.Attach;

/// <summary>The boxes of a running topology as a shell sees them: in real time, and never its own to reset. What the shell holds or has open ends with it.</summary>
internal sealed class LiveLab : IShellLab
{
    private const long MostNanoseconds = 3_600_000_000_000;

    private static long _owners = LabSettings.RecordingOwner;

    private readonly EmulatedLab _lab;
    private readonly IReadOnlyList<string> _boxes;

    /// <summary>For one shell.</summary>
    /// <param name="lab">The boxes.</param>
    /// <param name="boxes">Their names; the shell begins in the first.</param>
    public LiveLab(EmulatedLab lab, IReadOnlyList<string> boxes)
    {
        _lab = lab;
        _boxes = boxes;
        Origin = lab.Now;
    }

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <inheritdoc/>
    public Instant Now => new(_lab.Now.Since(Origin));

    /// <inheritdoc/>
    public Instant Origin { get; }

    /// <inheritdoc/>
    public string HomeNamespace => _boxes[0];

    /// <inheritdoc/>
    public long Owner { get; } = Interlocked.Increment(ref _owners);

    /// <inheritdoc/>
    public async Task<object> AskAsync(object request)
    {
        try
        {
            return await _lab.AskAsync(request).ConfigureAwait(false);
        }
        catch (NodeException silent)
        {
            throw new ShellException(silent.Message, silent);
        }
    }

    /// <inheritdoc/>
    public Task PassTimeAsync(long nanoseconds) => nanoseconds <= MostNanoseconds
        ? Task.Delay(TimeSpan.FromMicroseconds(nanoseconds / 1000.0))
        : throw new ShellException("in real time nothing waits for more than an hour; use a shorter gap");

    /// <inheritdoc/>
    public Task ResetAsync() => throw new ShellException("a running topology is not reset; take it down with 'actornet down' and start it anew");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var box in _boxes) await _lab.AskAsync(new ToNamespace(box, new LeaveDevices(Owner))).ConfigureAwait(false);
    }
}
