using ActorNet.Node.Cli;
using ActorNet.Node.Commands;
using ActorNet.Topology;

namespace ActorNet.Node.Flows;

/// <summary>The file of <c>sim</c> and <c>check</c>, whose mistakes are exit code 2: 1 says that an expectation was not met.</summary>
internal static class TrafficFile
{
    /// <summary>Loads it; null when it has mistakes, which have been told then.</summary>
    public static TopologyModel? Load(Terminal terminal, string file)
    {
        try
        {
            return TopologyFile.Load(file);
        }
        catch (TopologyException wrong)
        {
            foreach (var mistake in wrong.Errors) terminal.Error.WriteLine(mistake.ToString());
            return null;
        }
    }

    /// <summary>What to say of a file without traffic.</summary>
    public static NodeException NothingToDo(string file, string otherwise) => NodeException.Usage($"{file} has no traffic. Add traffic = [ \"ping alice -> bob\" ]{otherwise}.");
}
