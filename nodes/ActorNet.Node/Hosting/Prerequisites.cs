using ActorNet.Linux;
using ActorNet.Linux.Namespaces;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Hosting;

/// <summary>What the machine must have before anything is begun. Quick; 'doctor' looks closer.</summary>
internal static class Prerequisites
{
    private const string Tun = "/dev/net/tun";

    /// <summary>Checks what a topology needs: nothing, when it has no hosts.</summary>
    /// <exception cref="NodeException">With <see cref="ExitCodes.Lacking"/>: something is missing; the message says how to get it.</exception>
    public static void Check(TopologyModel topology)
    {
        if (topology.Hosts.Count > 0 && FirstLack() is { } lack) throw NodeException.Lacking($"topology '{topology.Name}' cannot be started: {lack}");
    }

    /// <summary>The first thing that hosts need and the machine lacks, as a sentence with its remedy; null when all is there.</summary>
    public static string? FirstLack()
    {
        try
        {
            NetworkNamespace.CreateUnnamed().Dispose();
        }
        catch (LinuxException failure)
        {
            return $"hosts are network namespaces, and none can be made: {failure.Message}";
        }

        if (!File.Exists(Tun)) return $"{Tun} is missing. Load the module (modprobe tun); in a container pass the device (--device {Tun}).";
        return OnPath("ip") ? null : "the program 'ip' is missing. Install iproute2 (apt-get install iproute2).";
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));
}
