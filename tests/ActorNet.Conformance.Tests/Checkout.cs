using System.Runtime.CompilerServices;

namespace ActorNet.Conformance.Tests;

/// <summary>The checkout that the tests were built from: scenario files, rules and the page are read where they lie.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Scenarios => Path.Combine(Root, "tests", "scenarios");

    public static string Project => Path.Combine(Root, "tests", "ActorNet.Conformance.Tests");

    public static string Page => Path.Combine(Root, "docs", "conformance.md");

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "ActorNet.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"{here} lies in no checkout");
    }
}
