namespace ActorNet.Linux.Ledger;

/// <summary>Which run of the machine this is.</summary>
internal static class BootId
{
    internal static string Current { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
}
