using ActorNet.Hocon;
using ActorNet.Topology.Reading;
using ActorNet.Topology.Resolving;

namespace ActorNet.Topology;

/// <summary>
/// Reads topology files. Either everything is right, the setup lines included, or all mistakes come back at once. Nothing is made on the machine;
/// a file that is no HOCON gives the one error at which reading stopped.
/// </summary>
public static class TopologyLoader
{
    /// <summary>Reads a file with its includes.</summary>
    /// <param name="path">Also what origins show. Its last part without ending names the topology unless the file does.</param>
    public static TopologyResult LoadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var sources = new SourceTexts();
        var options = Options with { Loader = new RecordingLoader(sources, TopologyLimits.MaxFileBytes) };
        return Load(() => HoconParser.ParseFile(path, options), sources, path);
    }

    /// <summary>Reads a text, which cannot include others.</summary>
    /// <param name="text">The content of a topology file.</param>
    /// <param name="name">What origins show as the file; names the topology as in <see cref="LoadFile"/>.</param>
    public static TopologyResult LoadText(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var sources = new SourceTexts();
        sources.Add(name, text);
        return Load(() => HoconParser.ParseText(text, name, Options), sources, name);
    }

    private static HoconOptions Options { get; } = new()
    {
        MaxFileBytes = TopologyLimits.MaxFileBytes,
        MaxIncludes = TopologyLimits.MaxIncludes,
    };

    private static TopologyResult Load(Func<HoconObject> parse, SourceTexts sources, string file)
    {
        var errors = new ErrorList();
        try
        {
            var origin = new HoconOrigin(file, 1, 1);
            var raw = new RawReader(errors).Read(parse(), origin, Path.GetFileNameWithoutExtension(file));
            if (raw is null) return errors.Failed();
            var resolver = new TopologyResolver(raw, sources, errors);
            var topology = resolver.Resolve();
            var rehearsal = new Rehearsal(resolver.Claims, errors);
            rehearsal.Run(topology);
            // Where a step was refused, what is missing may be missing for that.
            if (errors.IsEmpty) resolver.Traffic.CheckDevices(rehearsal.Lab);
            return errors.IsEmpty ? new TopologyResult(topology) : errors.Failed();
        }
        catch (HoconException unreadable)
        {
            errors.Add(unreadable);
            return errors.Failed();
        }
    }
}
