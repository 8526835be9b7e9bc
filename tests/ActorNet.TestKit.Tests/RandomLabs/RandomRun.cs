using System.Security.Cryptography;
using System.Text;

namespace ActorNet.TestKit.Tests.RandomLabs;

/// <summary>A random lab with random traffic, and everything that can be seen of it in one number.</summary>
internal static class RandomRun
{
    /// <summary>The topology, the counters at the end and what came of the traffic.</summary>
    public static string Show(ulong seed)
    {
        using var lab = Lab.Start(RandomLab.Plan(seed), new LabOptions { Interleaving = seed % 3 });
        var outcome = RandomTraffic.Run(lab, seed);
        return $"{RandomLab.Text(seed)}\n{lab.Snapshot()}\n{outcome}{lab.Trace.Count} stations\n";
    }

    /// <summary>Runs it and digests trace, counters, results and what a probe caught, byte by byte.</summary>
    public static string Digest(ulong seed)
    {
        using var lab = Lab.Start(RandomLab.Plan(seed), new LabOptions { Interleaving = seed % 3 });
        var probe = lab.Probe(lab.Topology.Boxes[0].Name + ":br0");
        var outcome = RandomTraffic.Run(lab, seed);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(lab.Trace.ToJsonLines() + lab.Snapshot() + outcome));
        foreach (var frame in probe.Collect()) hash.AppendData(frame.Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
