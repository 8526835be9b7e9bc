using System.Security;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Reading;

/// <summary>The reading of one text with all that it includes; keeps the bounds they share.</summary>
internal sealed class ReadSession(HoconOptions options, IHoconIncludeLoader? loader)
{
    private static readonly string[] Extensions = [".json", ".conf"];

    private readonly List<string> _open = [];
    private int _includes;

    public Budget Budget { get; } = new(options.MaxResolvedBytes);

    /// <summary>Parses a text that is not included by another.</summary>
    /// <param name="text">Within the size limit.</param>
    /// <param name="location">Its full name for the loader.</param>
    /// <param name="file">Its name in origins.</param>
    public Node ReadRoot(string text, string location, string file)
    {
        _open.Add(location);
        return Parse(text, file, new ReadScope(options, [], 0));
    }

    /// <summary>Reads what the statement names and merges it over <paramref name="into"/>.</summary>
    public void Include(IncludeStatement statement, string from, ReadScope scope, ObjectNode into)
    {
        Check(statement);
        if (TryInclude(statement, statement.Name, from, scope, into)) return;
        var found = false;
        if (!IsKnownType(statement.Name))
        {
            foreach (var extension in Extensions) found |= TryInclude(statement, statement.Name + extension, from, scope, into);
        }

        if (!found && statement.Required)
        {
            throw new HoconException(statement.Origin, $"the required file \"{statement.Name}\" does not exist",
                "Create it, or drop required(...) if it may be missing");
        }
    }

    private static bool IsKnownType(string name) => Extensions.Any(e => name.EndsWith(e, StringComparison.Ordinal));

    private static bool IsUrl(string name) => name.Contains("://", StringComparison.Ordinal)
        || name.StartsWith("classpath:", StringComparison.Ordinal) || name.StartsWith("file:", StringComparison.Ordinal);

    private static bool IsReadFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException;

    private void Check(IncludeStatement statement)
    {
        var (at, name, _) = statement;
        if (name.Length == 0) throw new HoconException(at, "include names no file", "Write the file's name between the quotes");
        if (IsUrl(name))
        {
            throw new HoconException(at, $"include \"{name}\" names a URL: only files are read", "Write the file's path");
        }

        if (name.EndsWith(".properties", StringComparison.Ordinal))
        {
            throw new HoconException(at, "Java properties files are not read",
                "Rewrite the file as HOCON, with quotes around the values");
        }

        if (++_includes > options.MaxIncludes)
        {
            throw new HoconException(at, $"more than {options.MaxIncludes} files are included",
                "Include each file once, or raise HoconOptions.MaxIncludes");
        }
    }

    private bool TryInclude(IncludeStatement statement, string name, string from, ReadScope scope, ObjectNode into)
    {
        if (TryOpen(statement.Origin, name, from) is not { } opened) return false;
        into.Absorb(ReadIncluded(statement, opened.Location, opened.Text, scope));
        return true;
    }

    private (string Location, string Text)? TryOpen(HoconOrigin at, string name, string from)
    {
        if (loader is null)
        {
            throw new HoconException(at, "this text was not read from a file, so it can include none",
                "Read it with HoconParser.ParseFile, or set HoconOptions.Loader");
        }

        try
        {
            var location = loader.Locate(from, name);
            using var stream = loader.TryOpen(location);
            return stream is null ? null : (location, TextSource.Read(stream, location, options.MaxFileBytes));
        }
        catch (Exception failure) when (IsReadFailure(failure))
        {
            throw new HoconException(at, $"the included file \"{name}\" cannot be read: {failure.Message.TrimEnd('.')}",
                "Mend its name or its permissions, or remove the include", failure);
        }
    }

    private ObjectNode ReadIncluded(IncludeStatement statement, string location, string text, ReadScope scope)
    {
        if (_open.Contains(location))
        {
            throw new HoconException(statement.Origin, $"files include each other in a circle: {string.Join(" -> ", _open)} -> {location}",
                "Remove one of the includes");
        }

        if (_open.Count > options.MaxIncludeDepth)
        {
            throw new HoconException(statement.Origin, $"includes are nested deeper than {options.MaxIncludeDepth}",
                "Include the file from higher up, or raise HoconOptions.MaxIncludeDepth");
        }

        _open.Add(location);
        var root = Parse(text, location, new ReadScope(options, scope.FullPath, scope.Depth));
        _open.RemoveAt(_open.Count - 1);
        return root as ObjectNode
            ?? throw new HoconException(root.Origin, "an included file must hold an object, not an array",
                "Remove the outer brackets and give the array a key");
    }

    private Node Parse(string text, string file, ReadScope scope) => new ObjectReader(new Cursor(text, file), scope, this).ReadRoot();
}
