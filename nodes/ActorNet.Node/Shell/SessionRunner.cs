using System.Globalization;
using ActorNet.Node.Cli;
using ActorNet.Node.Shell.Help;
using ActorNet.Shell;

namespace ActorNet.Node.Shell;

/// <summary>A session in this process.</summary>
internal sealed class SessionRunner : ILineRunner
{
    private readonly PromptLab _lab;
    private readonly ShellSession _session;

    /// <summary>A session on a lab, which it owns from now on.</summary>
    public SessionRunner(IShellLab lab, ShellOptions options)
    {
        _lab = new PromptLab(lab);
        _session = new ShellSession(_lab, options);
    }

    /// <inheritdoc/>
    public string Place
    {
        get
        {
            var time = (_lab.Now.Nanoseconds / 1e9).ToString("0.000", CultureInfo.InvariantCulture) + "s";
            return _lab.HomeNamespace.Length == 0 ? time : $"{_lab.HomeNamespace} {time}";
        }
    }

    /// <inheritdoc/>
    public async Task<ShellReply> RunAsync(string line, CancellationToken stop)
    {
        _lab.Stop = stop;
        return OwnVerb.Arguments("use", line) is { } names ? await UseAsync(names).ConfigureAwait(false)
            : OwnVerb.Arguments("help", line) is { } topic ? Help(topic)
            : await _session.ExecuteAsync(line).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _lab.Stop = CancellationToken.None;
        await _lab.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ShellReply> UseAsync(IReadOnlyList<string> names)
    {
        if (names.Count > 1) return Failed("use takes one name: use [NETNS]");
        try
        {
            var known = await _session.NamespacesAsync().ConfigureAwait(false);
            if (names.Count == 1 && !known.Contains(names[0], StringComparer.Ordinal)) return Failed($"Cannot open network namespace \"{names[0]}\": No such file or directory");
            _lab.Use(names.Count == 0 ? null : names[0]);
            return new ShellReply { Ok = true };
        }
        catch (ShellException wrong)
        {
            return Failed(wrong.Message);
        }
    }

    private static ShellReply Help(IReadOnlyList<string> topic)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = new Terminal(text, text, outputIsScreen: false, errorIsScreen: false).Tables();
        return HelpPrinter.Print(console, topic) is { } complaint ? Failed(complaint) : new ShellReply { Ok = true, Text = text.ToString() };
    }

    private static ShellReply Failed(string sentence) => new() { ExitCode = 1, Error = sentence };
}
