namespace ActorNet.Hocon;

/// <summary>Sources for <see cref="HoconOptions.Environment"/>.</summary>
public static class HoconEnvironment
{
    /// <summary>The variables of this process; names are case-sensitive, as the HOCON specification asks.</summary>
    public static Func<string, string?> Process { get; } = name =>
        CanExist(name) ? Environment.GetEnvironmentVariable(name) : null;

    private static bool CanExist(string name) => name.Length > 0 && name.AsSpan().IndexOfAny('=', '\0') < 0;
}
