using ActorNet.Shell;

namespace ActorNet.Node.Shell.Attach;

/// <summary>The shells that are attached to a daemon: a bounded number.</summary>
internal sealed class AttachedShells
{
    /// <summary>Most shells at a time.</summary>
    public const int Most = 8;

    private readonly Func<bool, ILineRunner> _open;
    private int _count;

    /// <summary>Shells of one topology.</summary>
    /// <param name="boxes">The topology's boxes.</param>
    /// <param name="open">Makes a shell, told whether show commands answer with JSON; called on any thread.</param>
    public AttachedShells(IReadOnlyList<string> boxes, Func<bool, ILineRunner> open)
    {
        Boxes = boxes;
        _open = open;
    }

    /// <summary>The topology's boxes, the one that shells begin in first.</summary>
    public IReadOnlyList<string> Boxes { get; }

    /// <summary>Begins a shell; null when the limit is reached. Whoever disposes it makes room.</summary>
    /// <param name="json">Show commands answer with JSON.</param>
    public ILineRunner? TryOpen(bool json)
    {
        if (Interlocked.Increment(ref _count) <= Most) return new Seat(this, _open(json));
        Interlocked.Decrement(ref _count);
        return null;
    }

    private sealed class Seat(AttachedShells shells, ILineRunner inner) : ILineRunner
    {
        public string Place => inner.Place;

        public Task<ShellReply> RunAsync(string line, CancellationToken stop) => inner.RunAsync(line, stop);

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync().ConfigureAwait(false);
            Interlocked.Decrement(ref shells._count);
        }
    }
}
