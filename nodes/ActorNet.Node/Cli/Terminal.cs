using System.Globalization;
using Spectre.Console;

namespace ActorNet.Node.Cli;

/// <summary>Where a command writes: results to the output, everything else to the error stream. Colour and movement only where a person looks.</summary>
internal sealed class Terminal
{
    /// <summary>Columns of a table that nobody looks at on a screen: wide enough that no line is broken.</summary>
    private const int PipeWidth = 240;

    public Terminal(TextWriter output, TextWriter error, bool outputIsScreen, bool errorIsScreen)
    {
        Output = output;
        Error = error;
        OutputIsScreen = outputIsScreen;
        ErrorIsScreen = errorIsScreen;
    }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Errors, hints, progress.</summary>
    public TextWriter Error { get; }

    /// <summary>A person looks at the results.</summary>
    public bool OutputIsScreen { get; }

    /// <summary>A person looks at progress.</summary>
    public bool ErrorIsScreen { get; }

    /// <summary>Colours are welcome (<c>NO_COLOR</c> is not set, see no-color.org).</summary>
    public static bool ColourAllowed => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>The process's own streams.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Tables on the output.</summary>
    public IAnsiConsole Tables() => Rich(Output, OutputIsScreen);

    /// <summary>Progress on the error stream.</summary>
    public IAnsiConsole Progress() => Rich(Error, ErrorIsScreen);

    /// <summary>Writes "actornet: message" to the error stream.</summary>
    public void Complain(string message) => Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"actornet: {message}"));

    private static IAnsiConsole Rich(TextWriter writer, bool screen)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = screen && ColourAllowed ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = screen && ColourAllowed ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = screen ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!screen) console.Profile.Width = PipeWidth;
        return console;
    }
}
