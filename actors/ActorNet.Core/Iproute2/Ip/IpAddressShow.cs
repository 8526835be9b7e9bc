using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip address show</c>.</summary>
internal sealed class IpAddressShow
{
    private readonly ShowWriter _writer;
    private readonly ShowOptions _show;
    private readonly ShowFilter _filter;
    private readonly LinkPrinter _links;
    private readonly string? _family;

    private IpAddressShow(ShowWriter writer, ShowOptions show, ShowFilter filter)
    {
        _writer = writer;
        _show = show;
        _filter = filter;
        _links = new LinkPrinter(writer, show);
        _family = filter.To is null ? show.Family : "inet";
    }

    /// <summary>Whether links are left out and addresses stand for themselves.</summary>
    private bool AddressesOnly => !_writer.IsJson && (_show.Oneline || _filter.Label is not null);

    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var filter = ShowFilter.Parse(invocation, args, IpAddressCommand.Help);
        using var writer = invocation.Show.NewWriter();
        var show = new IpAddressShow(writer, invocation.Show, filter);
        foreach (var device in filter.Devices(invocation.Namespace))
        {
            if (show.IsWanted(device)) show.Print(device);
        }

        invocation.Output.Append(writer.Finish());
    }

    /// <summary>Prints addresses one by one, each with number and name of its device in front.</summary>
    public static void PrintBare(ShowWriter writer, ShowOptions show, NetDevice device, IEnumerable<InetAddress> addresses)
    {
        foreach (var address in addresses)
        {
            writer.Plain(device.IfIndex + ": " + device.Name);
            new AddressPrinter(writer, show).Print(address);
        }
    }

    /// <summary>A device that has addresses, none of which is meant, is left out; one that has none at all only when a family is asked for.</summary>
    private bool IsWanted(NetDevice device)
    {
        if (_family is "link") return true;
        var all = device.Namespace.Inet.AddressesOf(device);
        return all.Count == 0 ? _family is null : Wanted(device).Any();
    }

    private IEnumerable<InetAddress> Wanted(NetDevice device) =>
        _family is "link" or "inet6" ? [] : device.Namespace.Inet.AddressesOf(device).Where(_filter.Matches);

    private void Print(NetDevice device)
    {
        // A link that is filtered out leaves an empty object in JSON, as with iproute2.
        _writer.OpenObject();
        if (_filter.Matches(device))
        {
            if (_show.Brief) PrintBrief(device);
            else if (AddressesOnly) PrintAddressesOnly(device);
            else PrintFull(device);
        }

        _writer.CloseObject();
    }

    private void PrintAddressesOnly(NetDevice device)
    {
        if (_show.Oneline) PrintBare(_writer, _show, device, Wanted(device));
        else PrintAddresses(device);
    }

    private void PrintBrief(NetDevice device)
    {
        _links.BriefHead(device);
        _writer.OpenArray("addr_info");
        foreach (var address in Wanted(device))
        {
            _writer.OpenObject();
            new AddressPrinter(_writer, _show).PrintBrief(address);
            _writer.CloseObject();
        }

        _writer.CloseArray().Plain("\n");
    }

    private void PrintFull(NetDevice device)
    {
        _links.Head(device, withMode: false);
        if (_family is null or "link" || _show.Details) _links.Address(device);
        if (_show.Details) new LinkDetailPrinter(_writer, _show).Print(device, withMode: false);
        if (_show.Details) _links.Alias(device);
        _links.AltNames(device);
        _writer.Plain("\n");
        PrintAddresses(device);
        if (_show.Statistics > 0) new LinkStatsPrinter(_writer, _show).PrintLines(device);
    }

    private void PrintAddresses(NetDevice device)
    {
        if (_family is not "link" || _writer.IsJson) _writer.OpenArray("addr_info");
        foreach (var address in Wanted(device))
        {
            _writer.OpenObject();
            new AddressPrinter(_writer, _show).Print(address);
            _writer.CloseObject();
        }

        if (_family is not "link" || _writer.IsJson) _writer.CloseArray();
    }
}
