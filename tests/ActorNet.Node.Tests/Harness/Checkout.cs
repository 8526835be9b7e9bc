using System.Runtime.CompilerServices;

namespace ActorNet.Node.Tests.Harness;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Config(string name) => Path.Combine(Root, "configs", name + ".conf");

    public static TheoryNames Configs => [.. Directory.EnumerateFiles(Path.Combine(Root, "configs"), "*.conf").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "ActorNet.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"{here} lies in no checkout");
    }
}

/// <summary>Names as data of a theory.</summary>
internal sealed class TheoryNames : List<string>;
