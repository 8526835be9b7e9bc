namespace ActorNet.Core.Devices;

/// <content>What a user may call the device besides its name, and where it is sorted.</content>
public abstract partial class NetDevice
{
    private string[] _altNames = [];

    /// <summary>Alternative names in the order in which they were given (rule NAME-04); the namespace changes them.</summary>
    public IReadOnlyList<string> AltNames
    {
        get => _altNames;
        internal set => _altNames = [.. value];
    }

    /// <summary>Group that commands can address as one; 0 is the default.</summary>
    public int Group { get; internal set; }
}
