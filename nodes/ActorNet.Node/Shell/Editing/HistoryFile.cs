using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>
/// Keeps a history in a file: one line each, mode 0600, written to a second file that then takes the first one's place, so that nobody ever sees half of it.
/// Whatever goes wrong with the file is told once and stops nothing.
/// </summary>
internal sealed class HistoryFile
{
    private readonly string _path;
    private readonly Action<string> _warn;
    private bool _warned;

    /// <summary>For a file that need not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="warn">Told the first failure, a sentence.</param>
    public HistoryFile(string path, Action<string> warn)
    {
        _path = path;
        _warn = warn;
    }

    /// <summary>Where the user's history is: <c>$XDG_STATE_HOME/actornet/history</c> (XDG Base Directory Specification), else below <c>~/.local/state</c>.</summary>
    public static string DefaultPath()
    {
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        // The specification wants relative paths ignored.
        if (string.IsNullOrEmpty(state) || !Path.IsPathRooted(state))
            state = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local", "state");
        return Path.Combine(state, "actornet", "history");
    }

    /// <summary>Reads the file into a history; a file that is not there is an empty one.</summary>
    public void Load(History history)
    {
        try
        {
            if (!File.Exists(_path)) return;
            foreach (var line in File.ReadLines(_path, Encoding.UTF8).Where(l => l.Length <= LineBuffer.MaxLength)) history.Add(line);
        }
        catch (Exception failure) when (IsOfFile(failure))
        {
            Warn("read", failure);
        }
    }

    /// <summary>Adds a line to the file. Lines that another shell has added meanwhile are kept.</summary>
    public void Append(string line)
    {
        try
        {
            var history = new History();
            if (File.Exists(_path)) Load(history);
            if (_warned || !history.Add(line)) return;
            Write(history.Lines);
        }
        catch (Exception failure) when (IsOfFile(failure))
        {
            Warn("written", failure);
        }
    }

    private void Write(IReadOnlyList<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var next = $"{_path}.{Environment.ProcessId}";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        try
        {
            using (var writer = new StreamWriter(next, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options))
            {
                foreach (var line in lines) writer.Write(line + "\n");
            }

            File.Move(next, _path, overwrite: true);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    private void Warn(string what, Exception failure)
    {
        if (!_warned) _warn($"the history in {_path} cannot be {what}: {failure.Message} The shell goes on without it.");
        _warned = true;
    }

    private static bool IsOfFile(Exception failure) => failure is IOException or UnauthorizedAccessException or NotSupportedException;
}
