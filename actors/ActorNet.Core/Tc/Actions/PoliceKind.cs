using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>The kind <c>police</c>, whose words <see cref="PoliceParser"/> reads, and its old form behind a filter without the word <c>action</c>.</summary>
internal sealed class PoliceKind : ActionKind
{
    /// <inheritdoc/>
    public override string Name => "police";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        args.Next();
        if (args.AtEnd) args.Next("an option");
        return new PoliceParser(args).Read(out var complaint) ?? throw ActionParser.Bad(complaint, words, Name);
    }

    /// <summary>Reads <c>police OPTIONS</c> behind a filter.</summary>
    /// <param name="args">Behind the word <c>police</c>.</param>
    /// <exception cref="Iproute2Exception">An option is unknown or a value wrong.</exception>
    public static ActionSpec ParseOld(ArgReader args)
    {
        if (args.AtEnd) args.Next("an option");
        var spec = new PoliceParser(args).Read(out var complaint);
        if (spec is null) throw new Iproute2Exception((complaint.Length == 0 ? "" : complaint + "\n") + "Illegal \"police\"");
        return spec with { IsOldStyle = true };
    }
}
