using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ActorNet.Conformance.Tests.Backends;

/// <summary>The runner of Kernel/ as a child process, on the running kernel or inside user-mode Linux: lines go in, lines come out.</summary>
internal sealed class KernelProcess : IAsyncDisposable
{
    /// <summary>User-mode Linux starts in about 8 s on an idle machine.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(90);

    /// <summary>The runner gives up on a script after 60 s, so silence beyond that means that the kernel hangs.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(150);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Queue<string> _lastWords = new();

    private KernelProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, e) => Hear(e.Data);
        _process.ErrorDataReceived += (_, e) => Remember(e.Data);
    }

    /// <summary>Starts the runner and waits until it reads.</summary>
    /// <exception cref="KernelUnavailableException">Something that it needs is not on this machine.</exception>
    public static async Task<KernelProcess> StartAsync(ReferenceKernel kernel)
    {
        var info = Command(kernel);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        var process = Process.Start(info) ?? throw new InvalidOperationException($"{info.FileName} did not start");
        var started = new KernelProcess(process);
        try
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            while (await started.ReadLineAsync(Start) != "##READY")
            {
                // What a console says before the runner has it.
            }
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>The version and the features of the kernel, as it says itself.</summary>
    public async Task<JsonNode> FeaturesAsync()
    {
        await WriteLineAsync("FEATURES");
        while (true)
        {
            var line = await ReadLineAsync(Silence);
            if (line.StartsWith('{')) return JsonNode.Parse(line)!;
        }
    }

    /// <summary>Runs a job file; answers its result lines.</summary>
    public async Task<List<JsonNode>> RunAsync(string id, string jobFile)
    {
        await WriteLineAsync("RUN " + jobFile);
        while (await ReadLineAsync(Silence) != "##BEGIN " + id)
        {
            // Left-overs of a console.
        }
        var results = new List<JsonNode>();
        while (true)
        {
            var line = await ReadLineAsync(Silence);
            if (line == "##END " + id) return results;
            if (line.StartsWith('{')) results.Add(JsonNode.Parse(line)!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                // The whole tree: scripts, their monitors, and the host processes of a user-mode kernel.
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }
        }
        finally
        {
            _process.Dispose();
        }
    }

    private static ProcessStartInfo Command(ReferenceKernel kernel)
    {
        if (!OperatingSystem.IsLinux()) throw new KernelUnavailableException("needs Linux");
        if (!Environment.IsPrivilegedProcess) throw new KernelUnavailableException("needs root, to make network namespaces");
        foreach (var tool in Tools(kernel)) Require(tool);
        var folder = Path.Combine(Checkout.Project, "Kernel");
        return kernel == ReferenceKernel.UserMode
            ? new ProcessStartInfo("sh", [Path.Combine(folder, "uml.sh")])
            : new ProcessStartInfo("python3", [Path.Combine(folder, "runner.py")]);
    }

    private static string[] Tools(ReferenceKernel kernel) =>
        kernel == ReferenceKernel.UserMode ? ["python3", "ip", "tc", "ethtool", "modprobe", "linux.uml"] : ["python3", "ip", "tc", "ethtool"];

    private static void Require(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin", "/usr/bin", "/bin"]);
        if (!folders.Any(f => f.Length > 0 && File.Exists(Path.Combine(f, tool))))
            throw new KernelUnavailableException($"\"{tool}\" is missing; tests/packages.txt names the packages, ./test.sh installs them");
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
            return;
        }
        line = line.TrimEnd('\r');
        Remember(line);
        _lines.Writer.TryWrite(line);
    }

    private void Remember(string? line)
    {
        if (line is null) return;
        lock (_lastWords)
        {
            _lastWords.Enqueue(line.Length > 300 ? line[..300] + "..." : line);
            if (_lastWords.Count > 12) _lastWords.Dequeue();
        }
    }

    private async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteAsync(line + "\n");
        await _process.StandardInput.FlushAsync();
    }

    private async Task<string> ReadLineAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            return await _lines.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException silence)
        {
            throw new TimeoutException($"the kernel's runner was silent for {patience.TotalSeconds:0} s; its last words:\n{LastWords()}", silence);
        }
        catch (ChannelClosedException end)
        {
            throw new InvalidOperationException($"the kernel's runner ended; its last words:\n{LastWords()}", end);
        }
    }

    private string LastWords()
    {
        lock (_lastWords) return string.Join('\n', _lastWords);
    }
}
