using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ActorNet.Node.Settings;
using ActorNet.Node.State;

namespace ActorNet.Node.Cli;

/// <summary>What the commands work with.</summary>
internal sealed class CommandContext
{
    private readonly GlobalOptions _options;

    /// <summary>For one command line.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="options">The options of every command.</param>
    /// <param name="tail">The words that are passed on as they stand.</param>
    public CommandContext(Terminal terminal, GlobalOptions options, IReadOnlyList<string> tail)
    {
        Terminal = terminal;
        _options = options;
        Tail = tail;
    }

    /// <summary>Where to write.</summary>
    public Terminal Terminal { get; }

    /// <summary>Words behind the command that are not ours.</summary>
    public IReadOnlyList<string> Tail { get; }

    /// <summary>The settings that hold for this command line.</summary>
    /// <exception cref="NodeException">The settings' file is wrong.</exception>
    public NodeSettings Settings(ParseResult parsed) => SettingsReader.Read(parsed.GetValue(_options.Config), parsed.GetValue(_options.StateDirectory));

    /// <summary>Full path of the settings' file; null for none.</summary>
    public string? ConfigFile(ParseResult parsed) => parsed.GetValue(_options.Config) is { } file ? Path.GetFullPath(file) : null;

    /// <summary>The state directory.</summary>
    public StateDirectory State(ParseResult parsed) => new(Settings(parsed).StateDirectory);

    /// <summary>Prints a value as indented JSON.</summary>
    public void PrintJson<T>(T value, JsonTypeInfo<T> type)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true })) JsonSerializer.Serialize(writer, value, type);
        Terminal.Output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}
