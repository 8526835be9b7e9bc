using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Options of prio.</summary>
/// <param name="Bands">Number of bands.</param>
/// <param name="Map">Band of each of the 16 priorities.</param>
public sealed record PrioOptions(int Bands, IReadOnlyList<byte> Map) : QdiscOptions;

/// <summary>The kind <c>prio</c>: reads its options in tc's words, with tc's complaints.</summary>
public sealed class PrioKind : QdiscKind
{
    private const int DefaultBands = 3;
    private const string Usage = "Usage: ... prio bands NUMBER priomap P1 P2...[multiqueue]";

    /// <inheritdoc/>
    public override string Name => "prio";

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new PrioQdisc(device);

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args)
    {
        var bands = DefaultBands;
        var map = PfifoFastQdisc.PriorityMap.ToArray();
        var next = -1;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is "bands") bands = Bands(args.Next(word));
            else if (word is "priomap") next = next < 0 ? 0 : throw new Iproute2Exception("Error: duplicate priomap");
            else if (word is "help") throw new Iproute2Exception(Usage);
            else if (word is "multiqueue") continue;
            else if (next < 0) throw new Iproute2Exception($"What is \"{word}\"?\n{Usage}");
            else map[Index(next++, map)] = Band(word, bands);
        }

        return new PrioOptions(bands, map);
    }

    private static int Index(int next, byte[] map) =>
        next < map.Length ? next : throw new Iproute2Exception("\"priomap\" index > TC_PRIO_MAX=15");

    private static int Bands(string word) => Words.TryInteger(word, out var bands) ? bands : throw new Iproute2Exception("Illegal \"bands\"");

    private static byte Band(string word, int bands)
    {
        if (!uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var band)) throw new Iproute2Exception("Illegal \"priomap\" element");
        return band <= bands && band <= byte.MaxValue ? (byte)band : throw new Iproute2Exception("\"priomap\" element is out of bands");
    }
}
