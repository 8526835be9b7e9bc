using ActorNet.Linux.Native;

namespace ActorNet.Linux;

/// <summary>Cuts a daemon loose from the terminal that started it.</summary>
public static class Session
{
    /// <summary>
    /// Makes the calling process the leader of a session of its own, which no terminal's signals reach, and points its standard streams away: input at
    /// <c>/dev/null</c>, output and errors at a file. A pipe or terminal that the starter gave is closed thereby.
    /// </summary>
    /// <param name="output">The file, made with mode 0600 if need be; written at its end.</param>
    /// <exception cref="LinuxException">The process leads a process group (start it as a child), or the file cannot be written.</exception>
    public static void Detach(string output)
    {
        ArgumentException.ThrowIfNullOrEmpty(output);
        if (LibC.SetSid() < 0) throw LinuxException.Last("setsid");
        Point("/dev/null", LibC.O_RDONLY, 0);
        Point(output, LibC.O_WRONLY | LibC.O_CREAT | LibC.O_APPEND, 1, 2);
    }

    private static void Point(string path, int flags, params ReadOnlySpan<int> descriptors)
    {
        var opened = LibC.Open(path, flags, LibC.OwnerOnlyFile);
        if (opened < 0) throw LinuxException.Last($"open '{path}'");
        foreach (var descriptor in descriptors)
        {
            if (LibC.Dup2(opened, descriptor) < 0) throw LinuxException.Last($"dup2 of '{path}' onto descriptor {descriptor}");
        }

        LibC.Close(opened);
    }
}
