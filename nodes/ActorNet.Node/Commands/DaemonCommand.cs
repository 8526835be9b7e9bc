using System.CommandLine;
using System.IO.Pipes;
using System.Text.Json;
using ActorNet.Labs;
using ActorNet.Linux;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Hosting;
using ActorNet.Node.Settings;
using ActorNet.Node.State;
using ActorNet.Topology;

namespace ActorNet.Node.Commands;

/// <summary>The detached half of <c>up -d</c>; hidden, started by <see cref="DaemonLauncher"/> only.</summary>
internal static class DaemonCommand
{
    public static Command Create(CommandContext context)
    {
        var file = TopologyFile.Argument();
        var report = new Option<string>("--report") { Description = "handle of the pipe to the starter", Required = true };
        var command = new Command(DaemonLauncher.Command, "run a topology in the background") { file, report };
        command.Hidden = true;
        command.SetAction(parsed => RunAsync(context, parsed, parsed.GetRequiredValue(file), parsed.GetRequiredValue(report)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, string file, string handle)
    {
        await using var pipe = new DaemonPipe(handle);
        using var signals = new StopSignals(_ => { });
        try
        {
            await RunAsync(context, parsed, file, pipe, signals.Token).ConfigureAwait(false);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            pipe.Fail("stopped before it was up; nothing of it is left.", ExitCodes.Failed);
            return ExitCodes.Failed;
        }
        catch (Exception failure)
        {
            var (message, code) = Describe(failure);
            pipe.Fail(message, code);
            return code;
        }
    }

    private static async Task RunAsync(CommandContext context, ParseResult parsed, string file, DaemonPipe pipe, CancellationToken stop)
    {
        var settings = context.Settings(parsed);
        var topology = TopologyFile.Load(file);
        var state = new StateDirectory(settings.StateDirectory);
        state.Prepare(topology.Name);
        RefuseSecond(state, topology.Name);
        Session.Detach(state.OutputOf(topology.Name));
        try
        {
            using var log = NodeLog.Open(settings, topology.Name, toTerminal: false, context.Terminal);
            await TopologyDaemon.RunAsync(new DaemonOptions(topology, file, settings, state), log, pipe, pipe.Ready, stop).ConfigureAwait(false);
        }
        finally
        {
            // Without a ledger nothing runs under this name, and nothing is left that anybody would want to look at.
            if (!state.HasLedger(topology.Name)) state.Forget(topology.Name);
        }
    }

    /// <summary>Before the streams are pointed at the output file of a daemon that runs already.</summary>
    private static void RefuseSecond(StateDirectory state, string topology)
    {
        if (state.HasLedger(topology)) throw LedgerOpener.Explain(state, topology);
    }

    private static (string Message, int Code) Describe(Exception failure) => failure switch
    {
        NodeException known => (known.Message, known.ExitCode),
        LabException or TopologyException or IOException or UnauthorizedAccessException => (failure.Message, ExitCodes.Failed),
        _ => ($"unexpected failure, please report it: {failure}", ExitCodes.Failed),
    };

    /// <summary>The pipe to the starter, which may be gone at any time: then nobody wants to know any more.</summary>
    private sealed class DaemonPipe : IProgress<StartProgress>, IAsyncDisposable
    {
        private readonly AnonymousPipeClientStream _pipe;
        private bool _closed;

        public DaemonPipe(string handle) => _pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);

        public void Report(StartProgress value) => Send(new DaemonReport(value.Done, value.Total, value.Doing));

        public void Ready()
        {
            Send(new DaemonReport(Ready: true));
            _closed = true;
            _pipe.Dispose();
        }

        public void Fail(string message, int code) => Send(new DaemonReport(Error: message, ExitCode: code));

        public ValueTask DisposeAsync() => _pipe.DisposeAsync();

        private void Send(DaemonReport report)
        {
            if (_closed) return;
            try
            {
                _pipe.Write([.. JsonSerializer.SerializeToUtf8Bytes(report, NodeJson.Default.DaemonReport), (byte)'\n']);
            }
            catch (IOException)
            {
                _closed = true;
            }
        }
    }
}
