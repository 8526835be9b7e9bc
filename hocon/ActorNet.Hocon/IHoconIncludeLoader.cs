namespace ActorNet.Hocon;

/// <summary>The reader's only door to files: it names and opens what an <c>include</c> asks for.</summary>
public interface IHoconIncludeLoader
{
    /// <summary>
    /// Turns the name in an include statement into the full name of a text. The same text must always get the same name,
    /// because cycles are found by it and errors show it.
    /// </summary>
    /// <param name="includingFile">Full name of the text that holds the include statement.</param>
    /// <param name="name">What the statement says, unescaped; relative names are relative to the including text.</param>
    string Locate(string includingFile, string name);

    /// <summary>
    /// Opens a text; null when there is none, which only <c>required(...)</c> makes an error. The reader disposes the stream and
    /// stops at its size limit. <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/> are reported at the include.
    /// </summary>
    /// <param name="location">What <see cref="Locate"/> returned.</param>
    Stream? TryOpen(string location);
}
