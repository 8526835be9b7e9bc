using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>A cable between two boxes, or two devices of one box: a veth pair.</summary>
public sealed record Link
{
    /// <summary>Where the file describes it.</summary>
    public required HoconOrigin Origin { get; init; }

    /// <summary>One end.</summary>
    public required LinkEnd A { get; init; }

    /// <summary>The other end.</summary>
    public required LinkEnd B { get; init; }

    /// <summary>MTU in bytes of both ends, 68 to 65521, default 1500.</summary>
    public required int Mtu { get; init; }

    /// <summary>What happens to frames from <see cref="A"/> to <see cref="B"/>, applied where A sends.</summary>
    public required Impairments AToB { get; init; }

    /// <summary>What happens to frames from <see cref="B"/> to <see cref="A"/>, applied where B sends.</summary>
    public required Impairments BToA { get; init; }
}

/// <summary>One end of a link.</summary>
/// <param name="Box">The box it is in.</param>
/// <param name="Device">Name of the device there.</param>
/// <param name="Origin">Where the file names it.</param>
public sealed record LinkEnd(string Box, string Device, HoconOrigin Origin)
{
    /// <summary>As in the file: <c>box:device</c>.</summary>
    public override string ToString() => $"{Box}:{Device}";
}
