using ActorNet.Hocon.Reading;

namespace ActorNet.Hocon;

/// <summary>
/// Reads HOCON as published by Lightbend (JSON is a subset of it). The <c>Parse</c> methods give finished values; the <c>Read</c> methods
/// leave references open, so that documents can be layered first: <c>ReadFile(user).WithFallback(reference).Resolve()</c>.
/// All bad input ends in a <see cref="HoconException"/>.
/// </summary>
public static class HoconParser
{
    /// <summary>Reads a file with its includes and resolves it.</summary>
    /// <exception cref="HoconException">The text is malformed, breaks a limit, or cannot be opened.</exception>
    public static HoconObject ParseFile(string path, HoconOptions? options = null) => ReadFile(path, options).Resolve();

    /// <summary>Reads a text and resolves it; includes work only with <see cref="HoconOptions.Loader"/> set.</summary>
    /// <param name="text">The configuration; empty is an empty object.</param>
    /// <param name="fileName">Its name in errors, and the place that relative includes start from.</param>
    /// <param name="options">Null means <see cref="HoconOptions.Default"/>.</param>
    /// <exception cref="HoconException">The text is malformed or breaks a limit.</exception>
    public static HoconObject ParseText(string text, string fileName, HoconOptions? options = null) =>
        ReadText(text, fileName, options).Resolve();

    /// <summary>Reads a file with its includes, references still open.</summary>
    /// <exception cref="HoconException">The text is malformed, breaks a limit, or cannot be opened.</exception>
    public static HoconDocument ReadFile(string path, HoconOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options = (options ?? HoconOptions.Default).Checked();
        var loader = options.Loader ?? HoconFileLoader.Instance;
        var location = loader is HoconFileLoader ? Path.GetFullPath(path) : path;
        var text = ReadAll(loader, location, path, options);
        return new HoconDocument(new ReadSession(options, loader).ReadRoot(text, location, path), options);
    }

    /// <summary>Reads a text, references still open; includes work only with <see cref="HoconOptions.Loader"/> set.</summary>
    /// <exception cref="HoconException">The text is malformed or breaks a limit.</exception>
    public static HoconDocument ReadText(string text, string fileName, HoconOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        options = (options ?? HoconOptions.Default).Checked();
        TextSource.Check(text, fileName, options.MaxFileBytes);
        return new HoconDocument(new ReadSession(options, options.Loader).ReadRoot(text, fileName, fileName), options);
    }

    private static string ReadAll(IHoconIncludeLoader loader, string location, string path, HoconOptions options)
    {
        var at = new HoconOrigin(path, 1, 1);
        try
        {
            using var stream = loader.TryOpen(location)
                ?? throw new HoconException(at, "the file does not exist", "Give the path of an existing file");
            return TextSource.Read(stream, path, options.MaxFileBytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HoconException(at, $"the file cannot be read: {failure.Message.TrimEnd('.')}", "Mend its permissions", failure);
        }
    }
}
