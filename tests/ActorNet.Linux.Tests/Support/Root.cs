using ActorNet.Linux.Namespaces;
using Xunit;

namespace ActorNet.Linux.Tests.Support;

/// <summary>The entry of tests that need root: skips where the rights are missing, but fails where nothing may be skipped (CI=true).</summary>
internal static class Root
{
    private static readonly string? Lack = FindLack();

    internal static void Required()
    {
        if (Lack is null) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"With CI=true no test is skipped, but {Lack}");
        Skip.If(true, Lack);
    }

    private static string? FindLack()
    {
        if (!File.Exists("/dev/net/tun")) return "this machine has no /dev/net/tun (modprobe tun).";
        try
        {
            using var probe = NetworkNamespace.CreateUnnamed();
            return null;
        }
        catch (LinuxException failure)
        {
            return $"namespaces cannot be made: {failure.Message}";
        }
    }
}
