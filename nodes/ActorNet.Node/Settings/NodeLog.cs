using System.Globalization;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Node.Cli;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ActorNet.Node.Settings;

/// <summary>The log of whoever runs a topology: the terminal's error stream, and a file that several daemons may share.</summary>
internal static class NodeLog
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Topology} {Message:lj}{NewLine}{Exception}";

    /// <summary>Opens the log; the caller disposes it.</summary>
    /// <param name="settings">Level, file, sizes.</param>
    /// <param name="topology">Stands in every line.</param>
    /// <param name="toTerminal">Also to the terminal.</param>
    /// <param name="terminal">Told when the file cannot be written; logging goes on without it.</param>
    public static Logger Open(NodeSettings settings, string topology, bool toTerminal, Terminal terminal)
    {
        var configuration = new LoggerConfiguration().MinimumLevel.Is(settings.LogLevel).Enrich.WithProperty("Topology", topology);
        if (toTerminal)
        {
            configuration = configuration.WriteTo.Console(
                outputTemplate: "[{Level:u3}] {Message:lj}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose,
                theme: terminal.ErrorIsScreen && Terminal.ColourAllowed ? null : Serilog.Sinks.SystemConsole.Themes.ConsoleTheme.None);
        }

        if (settings.LogFile.Length == 0) return configuration.CreateLogger();
        if (WhyNotWritable(settings.LogFile) is { } why)
        {
            terminal.Complain($"the log file {settings.LogFile} cannot be written ({why}); logging goes on without it. Set actornet.node.log.file, or \"\" for none.");
            return configuration.CreateLogger();
        }

        return configuration.WriteTo.File(
            settings.LogFile,
            outputTemplate: Line,
            formatProvider: CultureInfo.InvariantCulture,
            fileSizeLimitBytes: settings.LogFileSize,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: settings.LogFiles,
            shared: true).CreateLogger();
    }

    /// <summary>Takes the engine's entries over.</summary>
    public static Action<EngineLogEntry> Sink(Logger log) => entry => log.Write(LevelOf(entry.Level), entry.Cause, "{Source}: {Text}", entry.Source, entry.Message);

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => LogEventLevel.Debug,
        LogLevel.InfoLevel => LogEventLevel.Information,
        LogLevel.WarningLevel => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };

    private static string? WhyNotWritable(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var probe = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
