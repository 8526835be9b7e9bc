namespace ActorNet.Hocon;

/// <summary>
/// Includes from the file system. A relative name is looked up beside the including file, never in the working directory;
/// this also holds for <c>file("...")</c>.
/// </summary>
public sealed class HoconFileLoader : IHoconIncludeLoader
{
    /// <summary>It has no state, so one is enough.</summary>
    public static HoconFileLoader Instance { get; } = new();

    /// <inheritdoc/>
    public string Locate(string includingFile, string name)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(includingFile)) ?? Path.GetPathRoot(includingFile) ?? "/";
        return Path.GetFullPath(name, folder);
    }

    /// <inheritdoc/>
    public Stream? TryOpen(string location)
    {
        if (!File.Exists(location)) return null;
        try
        {
            return new FileStream(location, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // removed between the look and the open: the same as never there
        }
    }
}
