using ActorNet.Node.Shell;
using ActorNet.Shell;
using ActorNet.Shell.Labs;

namespace ActorNet.Node.Tests.Shell;

/// <summary>A shell that was just started, on virtual time, without a prompt.</summary>
internal sealed class FreshShell : IAsyncDisposable
{
    private readonly SessionRunner _runner = new(new VirtualShellLab(), new ShellOptions { ReadFile = file => File.ReadAllTextAsync(file) });

    public string Place => _runner.Place;

    public Task<ShellReply> RunAsync(string line) => _runner.RunAsync(line, CancellationToken.None);

    /// <summary>Runs lines that must succeed, and gives the last answer.</summary>
    public async Task<ShellReply> DoAsync(string lines)
    {
        var last = ShellReply.Nothing;
        foreach (var line in ShellScript.Lines(lines))
        {
            last = await RunAsync(line.Text);
            if (!last.AsExpected) throw new InvalidOperationException($"{line.Text}: {last.Error}");
        }

        return last;
    }

    public ValueTask DisposeAsync() => _runner.DisposeAsync();
}
