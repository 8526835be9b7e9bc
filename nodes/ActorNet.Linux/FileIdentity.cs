namespace ActorNet.Linux;

/// <summary>What tells two files apart while both exist: the device (major number in the upper half) and the inode on it.</summary>
public readonly record struct FileIdentity(ulong Device, ulong Inode);
