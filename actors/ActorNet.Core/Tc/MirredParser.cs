using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Reads <c>mirred {egress|ingress} {redirect|mirror} [index N] {dev NAME | blockid N} [VERDICT] [index N]</c>, or <c>mirred index N</c> (rules MIR-01, MIR-25). The
/// word <c>blockid</c> is that of iproute2 6.8 and later.
/// </summary>
internal static class MirredParser
{
    /// <summary>Reads it; the reader stands at the word <c>mirred</c>.</summary>
    /// <exception cref="Iproute2Exception">With tc's lines, the last of which name the word where the action began.</exception>
    public static MirredSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        args.Next();
        if (!args.TryTakePrefix("egress") && !args.TryTakePrefix("ingress"))
        {
            if (args.TryTakePrefix("index")) return new MirredSpec { IsIndexOnly = true, Index = Index(args, words), Words = words };
            throw Bad($"mirred option not supported {args.Next("egress or ingress")}", words);
        }

        args.Back();
        var spec = new MirredSpec { ToIngress = args.Next()[0] == 'i', Words = words };
        spec = What(args, spec, words);
        if (args.TryTakePrefix("index")) spec = spec with { Index = Index(args, words) };
        spec = Target(args, spec, words);
        if (!spec.Redirect && ActionParser.TryParseControl(args, repeats: 2) is { } control) spec = spec with { Control = control };
        if (!args.TryTakePrefix("index")) return spec;
        if (spec.Index != 0) throw Bad("mirred: Illegal double index", words);
        return spec with { Index = Index(args, words) };
    }

    /// <summary>tc's lines for one that it could not read, see <see cref="ActionParser.Bad"/>.</summary>
    public static Iproute2Exception Bad(string complaint, int words, int exitCode = 1) => ActionParser.Bad(complaint, words, "mirred", exitCode);

    private static MirredSpec What(ArgReader args, MirredSpec spec, int words)
    {
        var redirect = false;
        while (!(redirect = args.TryTakePrefix("redirect")) && !args.TryTakePrefix("mirror"))
        {
            // tc passes over words it does not know until one says what to do.
            if (args.TryTakePrefix("index")) spec = spec with { Index = Index(args, words) };
            else args.Next("redirect or mirror");
        }

        if (args.Peek() is "redirect" or "mirror") throw Bad("Can't have both mirror and redir", words);
        return redirect ? spec with { Redirect = true, Control = new TcControl(TcVerdict.Stolen) } : spec;
    }

    private static MirredSpec Target(ArgReader args, MirredSpec spec, int words)
    {
        if (args.TryTake("blockid"))
        {
            if (ActionParser.TryParseNumber(args.Next("a block")) is not { } block || block == 0) throw Bad("invalid block ID", words);
            if (args.TryTakePrefix("dev")) throw Bad("blockid and device are mutually exclusive.", words);
            return spec with { BlockId = block };
        }

        while (!args.TryTakePrefix("dev")) args.Next("dev");
        var device = args.Next("a device");
        if (args.TryTake("blockid")) throw Bad("blockid and device are mutually exclusive.", words);
        return spec with { Device = device };
    }

    private static uint Index(ArgReader args, int words) =>
        ActionParser.TryParseNumber(args.Next("an index")) ?? throw Bad("mirred: Illegal \"index\"", words);
}
