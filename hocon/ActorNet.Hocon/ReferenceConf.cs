namespace ActorNet.Hocon;

/// <summary>The settings of ActorNet with their defaults, <c>hocon/reference.conf</c>, built into the program.</summary>
public static class ReferenceConf
{
    /// <summary>What origins show as the file.</summary>
    public const string FileName = "reference.conf";

    /// <summary>The commented text, for people to start their own file from.</summary>
    public static string Text { get; } = Load();

    /// <summary>
    /// The settings, to be layered under a user's file: <c>HoconParser.ReadFile(path).WithFallback(ReferenceConf.Read()).Resolve()</c>.
    /// </summary>
    public static HoconDocument Read() => HoconParser.ReadText(Text, FileName);

    private static string Load()
    {
        using var stream = typeof(ReferenceConf).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException("reference.conf is not part of this build of ActorNet.Hocon");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
