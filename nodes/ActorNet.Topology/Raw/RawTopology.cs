using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>A topology file as written: nothing is interpreted, everything knows its place.</summary>
/// <param name="Origin">Where the file starts.</param>
/// <param name="DefaultName">Name of the file without folder and ending, which names the topology unless <paramref name="Name"/> does.</param>
/// <param name="Name"><c>topology</c>, null when left out; likewise below.</param>
/// <param name="Seed"><c>seed</c>.</param>
/// <param name="Engine">The fields of <c>engine</c>.</param>
/// <param name="Hosts">The fields of <c>hosts</c>.</param>
/// <param name="Boxes">The fields of <c>boxes</c>.</param>
/// <param name="Links">The elements of <c>links</c>.</param>
/// <param name="Schedule">The lines of <c>schedule</c>.</param>
/// <param name="Traffic">The lines of <c>traffic</c>.</param>
/// <param name="Expect">The lines of <c>expect</c>.</param>
public sealed record RawTopology(
    HoconOrigin Origin,
    string DefaultName,
    Written? Name,
    Written? Seed,
    IReadOnlyList<RawSetting> Engine,
    IReadOnlyList<RawHost> Hosts,
    IReadOnlyList<RawBox> Boxes,
    IReadOnlyList<RawLink> Links,
    IReadOnlyList<Written> Schedule,
    IReadOnlyList<Written> Traffic,
    IReadOnlyList<Written> Expect);

/// <summary>A simple value as written.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Origin">Its place.</param>
public readonly record struct Written(string Text, HoconOrigin Origin);

/// <summary>A key with a value whose type depends on the key.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyOrigin">The key's place.</param>
/// <param name="Value">The value with its own place.</param>
public sealed record RawSetting(string Key, HoconOrigin KeyOrigin, HoconValue Value);

/// <summary>A field of <c>hosts</c>.</summary>
/// <param name="Name">The field's key.</param>
/// <param name="Addresses"><c>address</c>, one or several.</param>
/// <param name="Mac"><c>mac</c>.</param>
/// <param name="Mtu"><c>mtu</c>.</param>
/// <param name="Routes"><c>route</c>, one or several.</param>
public sealed record RawHost(Written Name, IReadOnlyList<Written> Addresses, Written? Mac, Written? Mtu, IReadOnlyList<Written> Routes);

/// <summary>A field of <c>boxes</c>.</summary>
/// <param name="Name">The field's key.</param>
/// <param name="Ports"><c>ports</c>.</param>
/// <param name="Setup"><c>setup</c>: one text of many lines, or many texts.</param>
/// <param name="Kernel"><c>kernel</c>.</param>
/// <param name="Seed"><c>seed</c>.</param>
public sealed record RawBox(Written Name, IReadOnlyList<Written> Ports, IReadOnlyList<Written> Setup, Written? Kernel, Written? Seed);

/// <summary>An element of <c>links</c>.</summary>
/// <param name="Origin">Its place.</param>
/// <param name="A"><c>a</c>.</param>
/// <param name="B"><c>b</c>.</param>
/// <param name="Mtu"><c>mtu</c>.</param>
/// <param name="Bare">Impairments that stand beside <c>a</c> and <c>b</c>.</param>
/// <param name="BareHoldBothWays"><c>both = on</c> stands beside them.</param>
/// <param name="Both">The fields of <c>both { }</c>.</param>
/// <param name="AToB">The fields of <c>a-to-b { }</c>.</param>
/// <param name="BToA">The fields of <c>b-to-a { }</c>.</param>
public sealed record RawLink(
    HoconOrigin Origin,
    Written? A,
    Written? B,
    Written? Mtu,
    IReadOnlyList<RawSetting> Bare,
    bool BareHoldBothWays,
    IReadOnlyList<RawSetting> Both,
    IReadOnlyList<RawSetting> AToB,
    IReadOnlyList<RawSetting> BToA);
