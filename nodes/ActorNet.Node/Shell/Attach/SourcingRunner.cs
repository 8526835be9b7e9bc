using ActorNet.Core.Iproute2;
using ActorNet.Shell;

namespace ActorNet.Node.Shell.Attach;

/// <summary>
/// Reads the files of <c>source</c> here and sends their lines, since a daemon reads no files for its clients: they may be other people's than the client's.
/// </summary>
internal sealed class SourcingRunner : ILineRunner
{
    private readonly ILineRunner _inner;
    private int _depth;

    /// <summary>Stands in front of a shell in a daemon, which it owns from now on.</summary>
    public SourcingRunner(ILineRunner inner) => _inner = inner;

    /// <inheritdoc/>
    public string Place => _inner.Place;

    /// <inheritdoc/>
    public async Task<ShellReply> RunAsync(string line, CancellationToken stop)
    {
        var command = line.TrimStart();
        var mustFail = command.StartsWith('!');
        if (Words(mustFail ? command[1..] : command) is not ["source", var file]) return await _inner.RunAsync(line, stop).ConfigureAwait(false);
        return await SourceAsync(file, stop).ConfigureAwait(false) with { MustFail = mustFail };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private static IReadOnlyList<string> Words(string line)
    {
        try
        {
            return CommandLine.Split(line);
        }
        catch (Iproute2Exception)
        {
            // The session says what is wrong with the line.
            return [];
        }
    }

    private async Task<ShellReply> SourceAsync(string file, CancellationToken stop)
    {
        if (_depth == ShellSession.MaxSourceDepth) return Failed($"\"{file}\" is not read: {ShellSession.MaxSourceDepth} files are open already; does one of them source itself?");
        _depth++;
        try
        {
            return Summary(await RunLinesAsync(await File.ReadAllTextAsync(file, stop).ConfigureAwait(false), stop).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Failed($"cannot read \"{file}\": {failure.Message}");
        }
        finally
        {
            _depth--;
        }
    }

    private async Task<IReadOnlyList<ShellLineReply>> RunLinesAsync(string text, CancellationToken stop)
    {
        var replies = new List<ShellLineReply>();
        foreach (var line in ShellScript.Lines(text))
        {
            var reply = await RunAsync(line.Text, stop).ConfigureAwait(false);
            if (reply.IsEmpty) continue;
            replies.Add(new ShellLineReply(line.Number, line.Text, reply));
            if (reply.Ends) break;
        }

        return replies;
    }

    private static ShellReply Summary(IReadOnlyList<ShellLineReply> lines)
    {
        var ends = lines.Count > 0 && lines[^1].Reply.Ends;
        if (lines.FirstOrDefault(l => !l.Reply.AsExpected) is not { } wrong) return new ShellReply { Ok = true, Lines = lines, Ends = ends };
        var why = wrong.Reply.Ok ? "the command succeeded although it must fail" : wrong.Reply.Error;
        return Failed($"line {wrong.Number}: {why}") with { Lines = lines, Ends = ends };
    }

    private static ShellReply Failed(string sentence) => new() { ExitCode = 1, Error = sentence };
}
