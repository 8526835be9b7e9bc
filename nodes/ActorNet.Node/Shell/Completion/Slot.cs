using ActorNet.Core.Devices;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Node.Shell.Completion;

/// <summary>Where the values of a slot are found.</summary>
internal enum SlotSource
{
    /// <summary>Nowhere: a number, a new name; the user knows.</summary>
    Free,

    /// <summary>A fixed list.</summary>
    Choices,

    /// <summary>Devices of the namespace that the line speaks of.</summary>
    Devices,

    /// <summary>Namespaces.</summary>
    Namespaces,

    /// <summary>Handles of the qdiscs and classes of the device that the line named before.</summary>
    Handles,

    /// <summary>Files.</summary>
    Files,
}

/// <summary>A value that a word of the language takes.</summary>
/// <param name="Name">What it is, as help writes it.</param>
/// <param name="Sample">A value that is right in the lab that the tests of the grammar make.</param>
/// <param name="Source">Where values are found.</param>
/// <param name="Choices">The list of <see cref="SlotSource.Choices"/>.</param>
internal sealed record Slot(string Name, string Sample, SlotSource Source = SlotSource.Free, params IReadOnlyList<string> Choices)
{
    public static Slot Device { get; } = new("DEV", "va", SlotSource.Devices);

    public static Slot Ifb { get; } = new("IFB", "ifb0", SlotSource.Devices);

    public static Slot Bridge { get; } = new("BRIDGE", "br0", SlotSource.Devices);

    public static Slot Port { get; } = new("DEV", "vb", SlotSource.Devices);

    public static Slot NewName { get; } = new("NAME", "new0");

    public static Slot NewTap { get; } = new("NAME", "tap9");

    public static Slot AltName { get; } = new("NAME", "another-name");

    public static Slot Group { get; } = new("GROUP", "7");

    public static Slot QosMap { get; } = new("FROM:TO", "1:2");

    public static Slot Namespace { get; } = new("NETNS", "a", SlotSource.Namespaces);

    public static Slot NewNamespace { get; } = new("NAME", "b");

    public static Slot Handle { get; } = new("HANDLE", "1:", SlotSource.Handles);

    public static Slot NewClass { get; } = new("CLASS", "1:9");

    public static Slot Class { get; } = new("CLASS", "1:1", SlotSource.Handles);

    public static Slot Number { get; } = new("N", "1");

    public static Slot Offset { get; } = new("OFFSET", "4");

    public static Slot Queues { get; } = new("N", "2");

    public static Slot Zero { get; } = new("0", "0", SlotSource.Choices, "0");

    public static Slot Mtu { get; } = new("BYTES", "1400");

    public static Slot Size { get; } = new("BYTES", "1500");

    public static Slot Rate { get; } = new("RATE", "1mbit");

    public static Slot Time { get; } = new("TIME", "50ms");

    public static Slot Mac { get; } = new("MAC", "02:00:00:00:00:09");

    public static Slot Address { get; } = new("ADDRESS", "10.9.0.1");

    public static Slot Address6 { get; } = new("ADDRESS", "2001:db8::1");

    public static Slot Prefix { get; } = new("ADDRESS/LENGTH", "10.9.0.1/24");

    public static Slot Prefix6 { get; } = new("ADDRESS/LENGTH", "2001:db8::1/64");

    public static Slot Text { get; } = new("TEXT", "text");

    public static Slot Bytes { get; } = new("BYTES", "02000000000202000000000188b50000");

    public static Slot FrameSize { get; } = new("BYTES", "100");

    public static Slot SegmentSize { get; } = new("BYTES", "1000");

    public static Slot EtherType { get; } = new("HEX", "88b5");

    public static Slot File { get; } = new("FILE", "file", SlotSource.Files);

    public static Slot OnOff { get; } = Of("on", "off");

    public static Slot LinkKind { get; } = new("KIND", "dummy", SlotSource.Choices, [.. DeviceKinds.Names]);

    /// <summary>The hooks are words of their own, since they say where as well as what.</summary>
    public static Slot QdiscKind { get; } = new("KIND", "pfifo", SlotSource.Choices, [.. QdiscKinds.Names.Where(n => n is not ("ingress" or "clsact"))]);

    /// <summary>Kinds of qdiscs whose classes the user makes.</summary>
    public static Slot ClassKind { get; } = new("KIND", "htb", SlotSource.Choices, [.. QdiscKinds.Names.Where(n => QdiscKinds.Find(n)!.HasClassOptions)]);

    public static Slot ClassifierKind { get; } = new("KIND", "matchall", SlotSource.Choices, [.. ClassifierKinds.Names]);

    /// <summary>The commonest first.</summary>
    public static Slot ActionKind { get; } = new("KIND", "mirred", SlotSource.Choices, ["mirred", .. ActionKinds.Names.Where(n => n is not "mirred")]);

    public static Slot Protocol { get; } = Of("all", "ip", "ipv6", "arp", "802.1q", "802.1ad");

    public static Slot Scope { get; } = Of("global", "site", "link", "host");

    /// <summary>A slot with a fixed list, the first of which is the sample.</summary>
    public static Slot Of(params IReadOnlyList<string> choices) => new(string.Join('|', choices), choices[0], SlotSource.Choices, choices);
}
