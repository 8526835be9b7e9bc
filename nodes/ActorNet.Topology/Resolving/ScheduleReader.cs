using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>The lines of a schedule, each with its mistake at the word that is wrong.</summary>
internal sealed class ScheduleReader(SourceTexts sources, ErrorList errors)
{
    /// <summary>Reads all lines; those that are wrong are reported and left out.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="links">The links that there are.</param>
    /// <param name="allLinksAreKnown">No link is missing because of a mistake that is reported already.</param>
    public IReadOnlyList<ScheduleEntry> Read(IReadOnlyList<Written> lines, IReadOnlyList<Link> links, bool allLinksAreKnown)
    {
        if (!allLinksAreKnown || lines.Count == 0) return [];
        var names = new LinkNames(links);
        var entries = new List<ScheduleEntry>();
        foreach (var line in lines)
        {
            try
            {
                entries.Add(ScheduleParser.Read(line, names));
            }
            catch (LineException wrong)
            {
                errors.Add(sources.PlacesOf(line).At(wrong.At), wrong.Fault.What, wrong.Fault.Remedy);
            }
        }

        return entries;
    }
}
