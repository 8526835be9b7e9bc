using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link show</c>.</summary>
internal static class IpLinkShow
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var filter = ShowFilter.Parse(invocation, args, IpLinkCommand.Help);
        using var writer = invocation.Show.NewWriter();
        var printer = new LinkPrinter(writer, invocation.Show);
        foreach (var device in filter.Devices(invocation.Namespace)) Print(printer, writer, filter, device, invocation.Show);
        invocation.Output.Append(writer.Finish());
    }

    private static void Print(LinkPrinter printer, ShowWriter writer, ShowFilter filter, NetDevice device, ShowOptions show)
    {
        // A link that is filtered out leaves an empty object in JSON, as with iproute2.
        writer.OpenObject();
        if (filter.Matches(device))
        {
            if (show.Brief) PrintBrief(printer, writer, device);
            else PrintFull(printer, writer, device, show);
        }

        writer.CloseObject();
    }

    private static void PrintBrief(LinkPrinter printer, ShowWriter writer, NetDevice device)
    {
        printer.BriefHead(device);
        writer.Text("address", "{0} ", device.Address.ToString());
        printer.Flags(device);
        writer.Plain("\n");
    }

    private static void PrintFull(LinkPrinter printer, ShowWriter writer, NetDevice device, ShowOptions show)
    {
        printer.Head(device, withMode: true);
        printer.Address(device);
        if (show.Details) new LinkDetailPrinter(writer, show).Print(device, withMode: true);
        printer.Alias(device);
        if (show.Statistics > 0) new LinkStatsPrinter(writer, show).Print(device);
        printer.AltNames(device);
        writer.Plain("\n");
    }
}
