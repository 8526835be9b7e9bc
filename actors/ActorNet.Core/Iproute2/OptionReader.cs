namespace ActorNet.Core.Iproute2;

/// <summary>An option that may stand before the object of a command.</summary>
/// <param name="Name">Full name with its dash.</param>
/// <param name="Exact">Only the full name counts; otherwise any abbreviation does that no earlier option of the table takes.</param>
/// <param name="Apply">What it does; reads its own arguments.</param>
internal sealed record CommandOption(string Name, bool Exact, Action<Invocation, ArgReader> Apply);

/// <summary>Reads the options before the object, in the order of tests that decides what an abbreviation means.</summary>
internal static class OptionReader
{
    /// <summary>An option that changes how things are printed.</summary>
    public static CommandOption Printing(string name, Action<ShowOptions> apply) => new(name, Exact: false, (invocation, _) => apply(invocation.Show));

    /// <summary>An option that means nothing here, such as colour.</summary>
    public static CommandOption Ignored(string name) => new(name, Exact: false, static (_, _) => { });

    /// <summary>An option with one argument that means nothing here.</summary>
    public static CommandOption IgnoredWithArgument(string name) => new(name, Exact: false, (_, args) => args.Next(name));

    /// <summary>An option whose effect is not emulated.</summary>
    public static CommandOption Refused(string name) => new(name, Exact: false, (_, _) => throw Words.NotEmulated(name));

    /// <summary>The namespace to work on.</summary>
    public static CommandOption Netns(string name) => new(name, Exact: false, (invocation, args) => invocation.Enter(args.Next(name)));

    /// <summary>Reads options until the first word that is none.</summary>
    /// <param name="invocation">What they apply to.</param>
    /// <param name="args">At the first word behind the program's name.</param>
    /// <param name="options">In order of tests.</param>
    /// <param name="help">What the complaint about an unknown one tells to try.</param>
    public static void Read(Invocation invocation, ArgReader args, IReadOnlyList<CommandOption> options, string help)
    {
        while (args.Peek() is { } word && word.StartsWith('-'))
        {
            args.Next();
            if (word is "--") return;
            var name = word.StartsWith("--", StringComparison.Ordinal) ? word[1..] : word;
            Find(options, name, word, help).Apply(invocation, args);
        }
    }

    private static CommandOption Find(IReadOnlyList<CommandOption> options, string name, string word, string help)
    {
        foreach (var option in options)
        {
            if (option.Exact ? string.Equals(name, option.Name, StringComparison.Ordinal) : IsColour(name, option) || Words.Matches(name, option.Name)) return option;
        }

        throw Words.Unknown("Option", word, help);
    }

    /// <summary>Colour takes a value behind an equals sign, as in <c>-color=always</c>.</summary>
    private static bool IsColour(string name, CommandOption option) =>
        option.Name is "-color" && Words.Matches(name.Split('=')[0], option.Name) && name.Length > 1;
}
