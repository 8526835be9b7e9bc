using ActorNet.Core;
using ActorNet.Shell;

namespace ActorNet.Node.Shell;

/// <summary>
/// A lab at a prompt. Work can be given up between two steps, so a line that sends a million frames with gaps ends when it is told to; and lines can be made to mean another
/// namespace.
/// </summary>
internal sealed class PromptLab : IShellLab
{
    private readonly IShellLab _lab;

    /// <summary>Stands in front of a lab, which it owns from now on.</summary>
    public PromptLab(IShellLab lab)
    {
        _lab = lab;
        HomeNamespace = lab.HomeNamespace;
    }

    /// <summary>Gives the line up that is being carried out.</summary>
    public CancellationToken Stop { get; set; }

    /// <inheritdoc/>
    public bool IsVirtual => _lab.IsVirtual;

    /// <inheritdoc/>
    public Instant Now => _lab.Now;

    /// <inheritdoc/>
    public Instant Origin => _lab.Origin;

    /// <summary>The namespace that lines mean when they name none; see <see cref="Use"/>.</summary>
    public string HomeNamespace { get; private set; }

    /// <inheritdoc/>
    public long Owner => _lab.Owner;

    /// <inheritdoc/>
    public Task<object> AskAsync(object request)
    {
        Stop.ThrowIfCancellationRequested();
        return _lab.AskAsync(request);
    }

    /// <inheritdoc/>
    public async Task PassTimeAsync(long nanoseconds)
    {
        Stop.ThrowIfCancellationRequested();
        // Time that really passes is not waited for any longer.
        await _lab.PassTimeAsync(nanoseconds).WaitAsync(Stop).ConfigureAwait(false);
    }

    /// <summary>Makes lines mean another namespace; null for the one that the session began in.</summary>
    public void Use(string? ns) => HomeNamespace = ns ?? _lab.HomeNamespace;

    /// <inheritdoc/>
    public async Task ResetAsync()
    {
        await _lab.ResetAsync().ConfigureAwait(false);
        Use(null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lab.DisposeAsync();
}
