using ActorNet.Benchmarks;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

/// <summary>Measures the memory of the process, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(LabSizeTests), DisableParallelization = true)]
public sealed class LabSizeGroup;

/// <summary>Labs of ten thousand devices, made by commands: actors, mailboxes, qdiscs and tables included.</summary>
[Collection(nameof(LabSizeTests))]
public sealed class LabSizeTests
{
    private const long MostPerDevice = 4096;

    public static TheoryData<string> Recipes => [.. BigLab.Recipes.Keys];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_device_keeps_less_than_four_kilobytes(string recipe)
    {
        var boxes = BigLab.Recipes[recipe]();
        // What is made once for the process is not the lab's.
        BigLabBuilder.BuildVirtual([.. boxes.Take(1).Select(static b => b with { Lines = [.. b.Lines.Take(100)] })]).Dispose();
        var before = Settled();

        using var lab = BigLabBuilder.BuildVirtual(boxes);
        var perDevice = (Settled() - before) / BigLab.Devices;

        perDevice.ShouldBeInRange(1000, MostPerDevice, $"{recipe}: bytes per device");
        GC.KeepAlive(boxes);
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
