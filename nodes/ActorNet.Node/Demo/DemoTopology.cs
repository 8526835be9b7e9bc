using System.Globalization;
using System.Reflection;
using ActorNet.Topology;

namespace ActorNet.Node.Demo;

/// <summary>The topology of the demonstration: <c>configs/ifb-shaping.conf</c> as it travels with the program, under a name that nobody else has.</summary>
internal static class DemoTopology
{
    private const string File = "ifb-shaping.conf";

    /// <summary>Loads it.</summary>
    public static TopologyModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not part of this build.");
        using var reader = new StreamReader(stream);
        // What comes last in HOCON wins.
        var name = string.Create(CultureInfo.InvariantCulture, $"\ntopology = demo-{Environment.ProcessId}\n");
        return TopologyLoader.LoadText(reader.ReadToEnd() + name, File).OrThrow();
    }
}
