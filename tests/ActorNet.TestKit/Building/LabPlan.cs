using ActorNet.Topology;

namespace ActorNet.TestKit;

/// <summary>A checked topology that labs are started from, as often as one likes: reading and checking is done once.</summary>
public sealed class LabPlan
{
    private LabPlan(TopologyModel topology) => Topology = topology;

    /// <summary>The topology.</summary>
    public TopologyModel Topology { get; }

    /// <summary>Reads a topology file.</summary>
    /// <param name="path">Looked for from the current folder, then from the tests' folder and each above it, so that a path from the root of a repository is found.</param>
    /// <exception cref="TopologyException">It has mistakes; the message has all of them, with places and remedies.</exception>
    public static LabPlan FromFile(string path) => new(TopologyLoader.LoadFile(Find(path)).OrThrow());

    /// <summary>Reads the text of a topology file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What places in errors show, and how the topology is called unless the text says.</param>
    /// <exception cref="TopologyException">It has mistakes.</exception>
    public static LabPlan FromText(string text, string name = "lab") => new(TopologyLoader.LoadText(text, name).OrThrow());

    /// <summary>Builds a topology in code.</summary>
    /// <exception cref="TopologyException">It has mistakes; places are those of the text that <see cref="TopologyBuilder.ToText"/> gives.</exception>
    public static LabPlan Build(Action<TopologyBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var builder = new TopologyBuilder();
        build(builder);
        return FromText(builder.ToText());
    }

    private static string Find(string path)
    {
        if (Path.IsPathRooted(path) || File.Exists(path)) return path;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (File.Exists(candidate)) return candidate;
        }

        return path;
    }
}
