using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>mirred {egress|ingress} {redirect|mirror} [index N] dev NAME [VERDICT] [index N]</c>, or <c>mirred index N</c> (rule MIR-01).</summary>
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
            if (args.TryTakePrefix("index")) return new MirredSpec { Index = Index(args, words) };
            throw Bad($"mirred option not supported {args.Next("egress or ingress")}", words);
        }

        args.Back();
        var spec = new MirredSpec { ToIngress = args.Next()[0] == 'i' };
        spec = What(args, spec, words);
        if (args.TryTakePrefix("index")) spec = spec with { Index = Index(args, words) };
        spec = spec with { Device = Target(args) };
        if (!spec.Redirect && ActionParser.TryParseControl(args) is { } control) spec = spec with { Control = control };
        if (!args.TryTakePrefix("index")) return spec;
        if (spec.Index != 0) throw Bad("mirred: Illegal double index", words);
        return spec with { Index = Index(args, words) };
    }

    private static MirredSpec What(ArgReader args, MirredSpec spec, int words)
    {
        var redirect = args.TryTakePrefix("redirect");
        if (!redirect && !args.TryTakePrefix("mirror"))
        {
            var word = args.Next("redirect or mirror");
            if (args.AtEnd) args.Next("redirect or mirror");
            throw Bad($"mirred: \"{word}\" found where redirect or mirror belongs", words);
        }

        if (args.Peek() is "redirect" or "mirror") throw Bad("Can't have both mirror and redir", words);
        return redirect ? spec with { Redirect = true, Control = new TcControl(TcVerdict.Stolen) } : spec;
    }

    private static string Target(ArgReader args)
    {
        if (args.TryTakePrefix("dev")) return args.Next("a device");
        var word = args.Next("dev");
        throw new Iproute2Exception($"mirred: \"{word}\" found where dev belongs");
    }

    private static uint Index(ArgReader args, int words) =>
        ActionParser.TryParseNumber(args.Next("an index")) ?? throw Bad("mirred: Illegal \"index\"", words);

    private static Iproute2Exception Bad(string complaint, int words) => new(string.Create(CultureInfo.InvariantCulture,
        $"{complaint}\nbad action parsing\nparse_action: bad value ({words}:mirred)!\nIllegal \"action\""));
}
