using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorNet.TestKit;

/// <summary>Builds a topology in code: it writes the text of a topology file, so what is right and wrong there is right and wrong here.</summary>
public sealed class TopologyBuilder
{
    private readonly List<string> _hosts = [];
    private readonly List<(string Name, BoxBuilder Box)> _boxes = [];
    private readonly List<string> _links = [];
    private readonly List<string> _schedule = [];
    private string _name = "lab";
    private ulong _seed;

    /// <summary>Names the topology; "lab" otherwise.</summary>
    public TopologyBuilder Name(string name)
    {
        _name = name;
        return this;
    }

    /// <summary>Source of everything left to chance; 0 otherwise.</summary>
    public TopologyBuilder Seed(ulong seed)
    {
        _seed = seed;
        return this;
    }

    /// <summary>A built-in host.</summary>
    /// <param name="name">Name; its port has it too.</param>
    /// <param name="addresses">IPv4 and IPv6 addresses with prefix lengths: <c>10.0.0.1/24</c>.</param>
    public TopologyBuilder Host(string name, params string[] addresses) => Host(name, addresses, null);

    /// <summary>A built-in host with more to say.</summary>
    /// <param name="name">Name; its port has it too.</param>
    /// <param name="addresses">IPv4 and IPv6 addresses with prefix lengths.</param>
    /// <param name="mac">Its Ethernet address; null derives it from the seed.</param>
    /// <param name="mtu">Its MTU in bytes; null for 1500.</param>
    /// <param name="gateways">At most one of IPv4 and one of IPv6.</param>
    public TopologyBuilder Host(string name, IReadOnlyList<string> addresses, string? mac, int? mtu = null, params string[] gateways)
    {
        var text = new StringBuilder(Quote(name)).Append(" { ");
        if (addresses.Count > 0) text.Append("address = ").Append(List(addresses));
        if (mac is not null) text.Append(", mac = ").Append(Quote(mac));
        if (mtu is { } bytes) text.Append(CultureInfo.InvariantCulture, $", mtu = {bytes}");
        if (gateways.Length > 0) text.Append(", route = ").Append(List(gateways));
        _hosts.Add(text.Append(" }").ToString());
        return this;
    }

    /// <summary>An emulated namespace.</summary>
    /// <param name="name">Name.</param>
    /// <param name="build">Says what is in it.</param>
    public TopologyBuilder Box(string name, Action<BoxBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var box = new BoxBuilder();
        build(box);
        _boxes.Add((name, box));
        return this;
    }

    /// <summary>A cable between two devices, which it makes.</summary>
    /// <param name="a">One end: <c>box:device</c>.</param>
    /// <param name="b">The other end.</param>
    /// <param name="both">Impairments of each direction in the words of <c>link set</c>: <c>delay 5ms loss 1%</c>.</param>
    /// <param name="aToB">Those of this direction alone; they go before <paramref name="both"/>.</param>
    /// <param name="bToA">Those of the other direction.</param>
    /// <exception cref="LabFailureException">The words are none of a link's.</exception>
    public TopologyBuilder Link(string a, string b, string both = "", string aToB = "", string bToA = "")
    {
        _links.Add($"{{ a = {Quote(a)}, b = {Quote(b)}{LinkSettings.Block("both", both)}{LinkSettings.Block("a-to-b", aToB)}{LinkSettings.Block("b-to-a", bToA)} }}");
        return this;
    }

    /// <summary>What happens to links while time passes, a line each: <c>at 5s: link left--right down</c>.</summary>
    public TopologyBuilder Schedule(params string[] lines)
    {
        _schedule.AddRange(lines);
        return this;
    }

    /// <summary>The topology file.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"topology = {Quote(_name)}\nseed = {_seed}\nhosts {{\n");
        foreach (var host in _hosts) text.Append("  ").Append(host).Append('\n');
        text.Append("}\nboxes {\n");
        foreach (var (name, box) in _boxes) text.Append("  ").Append(Quote(name)).Append(" { ").Append(box.ToText()).Append(" }\n");
        text.Append("}\nlinks = [\n");
        foreach (var link in _links) text.Append("  ").Append(link).Append('\n');
        return text.Append("]\nschedule = ").Append(List(_schedule)).Append('\n').ToString();
    }

    internal static string List(IEnumerable<string> words) => "[" + string.Join(", ", words.Select(Quote)) + "]";

    /// <summary>Every JSON text is HOCON.</summary>
    internal static string Quote(string word) => JsonSerializer.Serialize(word);
}
