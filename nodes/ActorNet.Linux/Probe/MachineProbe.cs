using System.Diagnostics;
using System.Globalization;
using ActorNet.Linux.Iproute;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Tap;

namespace ActorNet.Linux.Probe;

/// <summary>
/// Finds out what the machine lacks, by doing it where possible: a namespace, a TAP and links are really made, in a namespace without
/// name that is gone afterwards. Changes nothing that anyone else could see.
/// </summary>
public static class MachineProbe
{
    private const string TunRemedy = "Load the module (modprobe tun); in a container pass --device /dev/net/tun.";

    private const string OffloadRemedy = "A newer kernel (6.2 has all); without them TCP or UDP crosses in small frames, slower.";

    private static readonly TimeSpan ProgramTime = TimeSpan.FromSeconds(10);

    /// <summary>Runs every check, in the order in which the lacks should be mended.</summary>
    public static async Task<IReadOnlyList<ProbeResult>> RunAsync(CancellationToken stop = default) =>
    [
        Capability("CAP_SYS_ADMIN", 21, "namespaces"),
        Capability("CAP_NET_ADMIN", 12, "TAPs, addresses and routes"),
        Capability("CAP_NET_RAW", 13, "packet sockets (capture)"),
        Namespace(),
        Tun(),
        Offloads(),
        await ProgramAsync(IprouteTool.Ip, ProbeLevel.Missing, "hosts are configured with it", stop).ConfigureAwait(false),
        await ProgramAsync(IprouteTool.Tc, ProbeLevel.Optional, "comparisons with the kernel's own ifb need it", stop).ConfigureAwait(false),
        await LinkTypeAsync("ifb", stop).ConfigureAwait(false),
        await LinkTypeAsync("veth", stop).ConfigureAwait(false),
    ];

    private static ProbeResult Capability(string name, int bit, string purpose)
    {
        var lines = File.ReadLines("/proc/thread-self/status");
        string? line = lines.FirstOrDefault(text => text.StartsWith("CapEff:", StringComparison.Ordinal));
        ulong set = line is null ? 0 : ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return (set >> bit & 1) != 0
            ? new ProbeResult(name, ProbeLevel.Ok, "held", null)
            : new ProbeResult(name, ProbeLevel.Missing, "not held", $"Run as root, or give the container --cap-add {name[4..]}; {purpose} need it.");
    }

    private static ProbeResult Namespace() => Attempt("network namespaces", ProbeLevel.Missing, "Run as root on a kernel with namespaces.", () =>
    {
        using var made = NetworkNamespace.CreateUnnamed();
        return made.Identity.Cookie != 0 ? "can be made" : "can be made; told apart by inode only (kernel older than 5.14)";
    });

    private static ProbeResult Tun() => Attempt("/dev/net/tun", ProbeLevel.Missing, TunRemedy, () =>
    {
        using var made = NetworkNamespace.CreateUnnamed();
        using var tap = made.Run(() => TapDevice.Open("probe0"));
        return "a TAP can be made";
    });

    private static ProbeResult Offloads() => Attempt("TAP offloads", ProbeLevel.Optional, OffloadRemedy, () =>
    {
        using var made = NetworkNamespace.CreateUnnamed();
        using var tap = made.Run(() => TapDevice.Open("probe0"));
        var lacking = TapOffloads.All & ~tap.Offloads;
        return lacking == TapOffloads.None ? $"{tap.Offloads}" : throw new IOException($"without {lacking}");
    });

    private static async Task<ProbeResult> ProgramAsync(IprouteTool tool, ProbeLevel level, string purpose, CancellationToken stop)
    {
        string name = tool == IprouteTool.Ip ? "ip" : "tc";
        string remedy = $"Install iproute2 (apt-get install iproute2); {purpose}.";
        var info = new ProcessStartInfo(name);
        info.ArgumentList.Add("-V");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(ProgramTime);
        try
        {
            var run = await IprouteProcess.RunAsync(info, "", limit.Token).ConfigureAwait(false);
            return run.ExitCode == 0
                ? new ProbeResult(name, ProbeLevel.Ok, run.Output.Trim(), null)
                : new ProbeResult(name, level, $"exit code {run.ExitCode}", remedy);
        }
        catch (IpBatchException failure)
        {
            return new ProbeResult(name, level, failure.Message, remedy);
        }
    }

    /// <summary>The kernel loads the module by itself when a link of its type is asked for, so asking is the test.</summary>
    private static async Task<ProbeResult> LinkTypeAsync(string type, CancellationToken stop)
    {
        string remedy = $"Load the module (modprobe {type}); only comparisons with the kernel's own {type} need it.";
        try
        {
            using var made = NetworkNamespace.CreateUnnamed();
            var batch = new IpBatch(IprouteTool.Ip).Add("link", "add", "probe0", "type", type);
            // A process starts in the namespace of the thread that starts it.
            var result = await made.Run(() => batch.RunAsync(ProgramTime, stop)).ConfigureAwait(false);
            return result.Succeeded
                ? new ProbeResult($"link type {type}", ProbeLevel.Ok, "can be made", null)
                : new ProbeResult($"link type {type}", ProbeLevel.Optional, result.Failures[0].Sentence, remedy);
        }
        catch (Exception failure) when (failure is LinuxException or IpBatchException)
        {
            return new ProbeResult($"link type {type}", ProbeLevel.Optional, failure.Message, remedy);
        }
    }

    private static ProbeResult Attempt(string name, ProbeLevel level, string remedy, Func<string> probe)
    {
        try
        {
            return new ProbeResult(name, ProbeLevel.Ok, probe(), null);
        }
        catch (IOException failure)
        {
            return new ProbeResult(name, level, failure.Message, remedy);
        }
    }
}
