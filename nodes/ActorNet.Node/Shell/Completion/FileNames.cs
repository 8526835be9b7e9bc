using ActorNet.Node.Shell.Editing;

namespace ActorNet.Node.Shell.Completion;

/// <summary>Names of files below the folder that is being typed. Those that would need quotes are left out.</summary>
internal static class FileNames
{
    /// <summary>Most names that are looked at.</summary>
    private const int Most = 4096;

    /// <summary>Completes a path.</summary>
    /// <param name="start">Where it begins in the line.</param>
    /// <param name="typed">What is typed of it.</param>
    public static Completions Complete(int start, string typed)
    {
        var slash = typed.LastIndexOf('/') + 1;
        var (folder, name) = (typed[..slash], typed[slash..]);
        var found = Entries(folder.Length == 0 ? "." : folder)
            .Where(e => e.StartsWith(name, StringComparison.Ordinal) && (name.Length > 0 || !e.StartsWith('.')) && e.All(IsPlain))
            .Order(StringComparer.Ordinal)
            .Select(e => folder + e)
            .ToArray();
        return new Completions(start, found, found is [var only] && only.EndsWith('/') ? "" : " ");
    }

    private static IEnumerable<string> Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Take(Most).Select(e => e is DirectoryInfo ? e.Name + "/" : e.Name)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A folder that cannot be read has nothing to offer; whoever names it to a command is told why.
            return [];
        }
    }

    private static bool IsPlain(char c) => !char.IsWhiteSpace(c) && c is not ('\'' or '"' or '\\' or '#');
}
