using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary><c>tc chain add|delete|get|show</c> as the kernel carries them out (<c>tc_ctl_chain</c>, <c>tc_dump_chain</c>). Called by the namespace's owner.</summary>
public static class ChainCommands
{
    /// <summary>Makes a chain that stays without filters.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="chain">Its number.</param>
    /// <param name="kind">Kind of a template; null for none.</param>
    /// <param name="options">What its filters must fit, as parsed by the kind; null without one, or for one that is not known.</param>
    /// <exception cref="RtnlException">Refused, with the kernel's sentence; nothing was changed.</exception>
    public static void Add(FilterPlace place, uint chain, string? kind, FilterOptions? options = null)
    {
        var block = place.Find();
        block.CheckNewChain(chain);
        block.AddChain(chain, kind is null ? null : CreateTemplate(place, kind, options));
    }

    /// <summary>Removes a chain and its filters.</summary>
    /// <exception cref="RtnlException">Refused, with the kernel's sentence; nothing was changed.</exception>
    public static void Delete(FilterPlace place, uint chain) => place.Find().DeleteChain(chain, place);

    /// <summary>Prints one chain.</summary>
    /// <exception cref="RtnlException">There is no such chain.</exception>
    public static void Get(FilterPlace place, uint chain, ShowWriter writer) => Print(place.Find().FindVisible(chain), writer, place, number: null);

    /// <summary>Prints the chains of a place in the order they came into being; nothing for a place that does not exist.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="number">Only this one; null for all.</param>
    /// <param name="writer">Where to.</param>
    public static void Show(FilterPlace place, uint? number, ShowWriter writer)
    {
        if (place.FindToShow() is not { } block) return;
        var chains = block.Chains.Where(c => number is null || c.Number == number).ToArray();
        // The kernel lists in rounds and finds its place again by counting what it printed, while it skips chains that it does not print too: such a one makes
        // those behind it come twice.
        for (var from = 0; ;)
        {
            var round = chains.Skip(from).Where(static c => !c.IsHeldByActionsOnly).ToArray();
            if (round.Length == 0) return;
            foreach (var chain in round) Print(chain, writer, place, number);
            from += round.Length;
        }
    }

    /// <summary>Prints the kind of a chain's template; nothing without one.</summary>
    internal static void PrintKind(TcfChain chain, ShowWriter writer)
    {
        if (chain.Template is { } template) writer.Text("kind", "{0} ", template.Kind);
    }

    /// <summary>Prints a chain's template; nothing without one.</summary>
    internal static void PrintTemplate(TcfChain chain, ShowWriter writer)
    {
        if (chain.Template is not { } template) return;
        writer.OpenObject("options");
        template.Print(writer);
        writer.CloseObject();
    }

    private static ChainTemplate CreateTemplate(FilterPlace place, string kind, FilterOptions? options)
    {
        var known = ClassifierKinds.Find(kind) ?? throw new RtnlException(Errno.ENOENT, "TC classifier not found.");
        return known.CreateTemplate(place.Namespace, options ?? known.Unsaid)
            ?? throw new RtnlException(Errno.EOPNOTSUPP, "Chain templates are not supported with specified classifier.");
    }

    private static void Print(TcfChain chain, ShowWriter writer, FilterPlace place, uint? number)
    {
        writer.OpenObject().Plain("chain ");
        PrintPlace(chain, writer, named: place.Block);
        PrintKind(chain, writer);
        if (number is null) writer.Unsigned("chain", "chain {0} ", chain.Number);
        PrintTemplate(chain, writer);
        writer.Plain("\n").CloseObject();
    }

    /// <summary>Prints where a chain is: its block unless the command named it, or the hook's handle.</summary>
    internal static void PrintPlace(TcfChain chain, ShowWriter writer, uint named)
    {
        if (chain.Block.Owner is { } hook) writer.Text("parent", "parent {0} ", TcHandle.Format(hook.Handle));
        else if (chain.Block.Index != named) writer.Unsigned("block", "block {0} ", chain.Block.Index);
    }
}
