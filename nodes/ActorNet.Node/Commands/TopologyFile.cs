using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Topology;

namespace ActorNet.Node.Commands;

/// <summary>The argument FILE and how it is loaded.</summary>
internal static class TopologyFile
{
    /// <summary>The argument.</summary>
    public static Argument<string> Argument() => new("FILE") { Description = "topology file (HOCON)" };

    /// <summary>Loads a file; nothing is made.</summary>
    /// <exception cref="TopologyException">It has mistakes.</exception>
    public static TopologyModel Load(string file)
    {
        if (Directory.Exists(file)) throw NodeException.Usage($"{file} is a folder; give a topology file, for example {Path.Combine(file, "NAME.conf")}.");
        return TopologyLoader.LoadFile(file).OrThrow();
    }
}
