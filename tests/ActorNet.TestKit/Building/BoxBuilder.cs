using System.Globalization;

namespace ActorNet.TestKit;

/// <summary>Says what is in a box.</summary>
public sealed class BoxBuilder
{
    private readonly List<string> _ports = [];
    private readonly List<string> _setup = [];
    private string? _kernel;
    private ulong? _seed;

    /// <summary>Hosts that are plugged in here: each becomes a device of its name.</summary>
    public BoxBuilder Port(params string[] hosts)
    {
        _ports.AddRange(hosts);
        return this;
    }

    /// <summary>Commands of <c>ip</c>, <c>tc</c>, <c>bridge</c> and <c>ethtool</c>, one or more lines a text. What they make, they bring up; ports and links come up afterwards.</summary>
    public BoxBuilder Setup(params string[] commands)
    {
        _setup.AddRange(commands);
        return this;
    }

    /// <summary>The Linux to imitate, such as <c>6.1</c>.</summary>
    public BoxBuilder Kernel(string version)
    {
        _kernel = version;
        return this;
    }

    /// <summary>Seed of everything random in this box.</summary>
    public BoxBuilder Seed(ulong seed)
    {
        _seed = seed;
        return this;
    }

    internal string ToText()
    {
        var text = $"ports = {TopologyBuilder.List(_ports)}, setup = {TopologyBuilder.List(_setup)}";
        if (_kernel is not null) text += ", kernel = " + TopologyBuilder.Quote(_kernel);
        return _seed is { } seed ? text + string.Create(CultureInfo.InvariantCulture, $", seed = {seed}") : text;
    }
}
