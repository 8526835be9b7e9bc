using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints an address (<c>print_addrinfo</c>).</summary>
internal sealed class AddressPrinter
{
    private const long Forever = uint.MaxValue;

    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;

    /// <summary>For one writer.</summary>
    public AddressPrinter(ShowWriter writer, ShowOptions show)
    {
        _writer = writer;
        _show = show;
    }

    /// <summary>Prints an address on two lines, or one with <c>-o</c>.</summary>
    public void Print(InetAddress address)
    {
        _writer.Text("family", "    {0} ", "inet");
        Prefix(address);
        if (address.Broadcast != 0) _writer.Text("broadcast", "brd {0} ", InetPrefix.Format(address.Broadcast));
        _writer.Text("scope", "scope {0} ", InetScopes.Name(address.Scope));
        if (address.IsSecondary) _writer.Flag("secondary", "secondary ", value: true);
        _writer.Text("label", "{0}", address.Label);
        _writer.Plain(_show.LineEnd).Plain("       valid_lft forever preferred_lft forever\n");
        _writer.Number("valid_life_time", null, Forever).Number("preferred_life_time", null, Forever);
    }

    /// <summary>Prints an address without anything about it.</summary>
    public void PrintBrief(InetAddress address) => Prefix(address);

    private void Prefix(InetAddress address)
    {
        _writer.Text("local", "{0}", InetPrefix.Format(address.Local));
        if (address.Peer != address.Local) _writer.Text("address", " peer {0}", InetPrefix.Format(address.Peer));
        _writer.Number("prefixlen", "/{0} ", address.PrefixLength);
    }
}
