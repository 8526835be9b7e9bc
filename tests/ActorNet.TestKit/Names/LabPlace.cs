namespace ActorNet.TestKit;

/// <summary>A device of a lab.</summary>
/// <param name="Box">Name of the box.</param>
/// <param name="Device">Name of the device in it.</param>
internal readonly record struct LabPlace(string Box, string Device)
{
    /// <summary>As users write it.</summary>
    public override string ToString() => Box + ":" + Device;
}
