namespace ActorNet.Node.Shell.Completion;

/// <summary>Names that exist at the moment.</summary>
internal interface INames
{
    /// <summary>Namespaces that have a name.</summary>
    Task<IReadOnlyList<string>> NamespacesAsync();

    /// <summary>Devices of a namespace.</summary>
    /// <param name="ns">Its name; null for the default one.</param>
    Task<IReadOnlyList<string>> DevicesAsync(string? ns);

    /// <summary>Handles of a device's qdiscs and classes.</summary>
    /// <param name="ns">Namespace of the device; null for the default one.</param>
    /// <param name="device">The device.</param>
    Task<IReadOnlyList<string>> HandlesAsync(string? ns, string device);
}
