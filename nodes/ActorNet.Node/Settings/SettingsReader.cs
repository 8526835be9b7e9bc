using ActorNet.Hocon;
using ActorNet.Node.Cli;
using Serilog.Events;

namespace ActorNet.Node.Settings;

/// <summary>Reads the settings: the built-in reference, a user's file over it, the command line and the environment over both. Every mistake has its place.</summary>
internal static class SettingsReader
{
    /// <summary>The variable that names the state directory.</summary>
    public const string StateDirectoryVariable = "ACTORNET_STATE_DIR";

    /// <summary>Reads and checks.</summary>
    /// <param name="file">A user's file, or null.</param>
    /// <param name="stateDirectory">From the command line; null leaves it to the environment, then to the settings.</param>
    /// <exception cref="NodeException">The file is wrong; the message says where.</exception>
    public static NodeSettings Read(string? file, string? stateDirectory)
    {
        try
        {
            var reference = ReferenceConf.Read();
            if (file is null) return Map(reference.Resolve(), stateDirectory);
            var user = HoconParser.ReadFile(file);
            UnknownKeys.Refuse(user.WithFallback(reference).Resolve(), reference.Resolve());
            return Map(user.WithFallback(reference).Resolve(), stateDirectory);
        }
        catch (HoconException wrong)
        {
            throw new NodeException(wrong.Message, ExitCodes.Failed, wrong);
        }
    }

    private static NodeSettings Map(HoconObject root, string? stateDirectory)
    {
        var log = root.GetPath("actornet.node.log").AsObject();
        RefuseOtherModes(root.GetPath("actornet.node.control-socket-mode"));
        return new NodeSettings
        {
            Loops = Loops(root.GetPath("actornet.engine.loops")),
            Throughput = (int)Ranges.Count(root.GetPath("actornet.engine.throughput"), 1, 10_000),
            SpinNanoseconds = Ranges.Duration(root.GetPath("actornet.engine.spin"), 1_000_000_000),
            TimerLeadNanoseconds = Ranges.Duration(root.GetPath("actornet.engine.timer-lead"), 10_000_000),
            BusyPoll = root.GetPath("actornet.engine.busy-poll").AsBoolean(),
            MailboxLimit = (int)Ranges.Count(root.GetPath("actornet.engine.mailbox-limit"), 16, 100_000_000),
            NameThreads = root.GetPath("actornet.engine.name-threads").AsBoolean(),
            PoolFrames = (int)Ranges.Count(root.GetPath("actornet.frames.pool-frames"), 64, 1 << 20),
            PoolBytes = Ranges.Bytes(root.GetPath("actornet.frames.pool-bytes"), 1 << 20, 4L << 30),
            StateDirectory = StateDirectory(root.GetPath("actornet.node.state-dir"), stateDirectory),
            LogLevel = Level(log.GetPath("level")),
            LogFile = LogFile(log.GetPath("file")),
            LogFileSize = Ranges.Bytes(log.GetPath("file-size"), 64 << 10, 1 << 30),
            LogFiles = (int)Ranges.Count(log.GetPath("files"), 1, 1000),
        };
    }

    private static int Loops(HoconValue value) =>
        value.TryAsString(out var text) && string.Equals(text, "auto", StringComparison.Ordinal) ? 0 : (int)Ranges.Count(value, 1, 64);

    private static string StateDirectory(HoconValue setting, string? option)
    {
        var chosen = option ?? Environment.GetEnvironmentVariable(StateDirectoryVariable);
        if (!string.IsNullOrEmpty(chosen)) return Path.GetFullPath(chosen);
        var text = setting.AsString();
        return Path.IsPathFullyQualified(text) ? text : throw new HoconException(setting.Origin, $"'{text}' is not an absolute path", "Begin it with '/'");
    }

    private static string LogFile(HoconValue value)
    {
        var text = value.AsString();
        if (text.Length == 0 || Path.IsPathFullyQualified(text)) return text;
        throw new HoconException(value.Origin, $"'{text}' is not an absolute path", "Begin it with '/', or write \"\" to log to the terminal only");
    }

    private static LogEventLevel Level(HoconValue value) =>
        Enum.TryParse<LogEventLevel>(value.AsString(), ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? level
            : throw new HoconException(value.Origin, $"'{value.AsString()}' is no level of the log", "Write verbose, debug, information, warning, error or fatal");

    private static void RefuseOtherModes(HoconValue mode)
    {
        if (mode.AsString() is not ("0600" or "600"))
            throw new HoconException(mode.Origin, $"the control socket cannot have mode {mode.AsString()}", "Leave it at \"0600\": whoever reaches the socket commands the emulation");
    }
}
