using System.Text;
using ActorNet.Core;
using ActorNet.Core.Frames;

namespace ActorNet.Topology.Resolving;

/// <summary>
/// Derives what the file leaves to chance from the topology's seed and the names: the same file gives the same network, two boxes never
/// draw the same addresses, and a host that is added changes nothing for the others.
/// </summary>
internal static class Seeds
{
    public static ulong Derive(ulong seed, string topology, string what, string name)
    {
        // FNV-1a over the names, the seed as its starting point; the generator then spreads the bits.
        var hash = 0xCBF2_9CE4_8422_2325 ^ seed;
        foreach (var b in Encoding.UTF8.GetBytes($"{topology}\0{what}\0{name}")) hash = (hash ^ b) * 0x0000_0100_0000_01B3;
        return new RandomSource(hash).Next();
    }

    public static ulong BoxSeed(ulong seed, string topology, string box) => Derive(seed, topology, "box", box);

    public static MacAddress HostMac(ulong seed, string topology, string host) => MacAddress.FromRandom(Derive(seed, topology, "host", host));
}
