using ActorNet.Actors.Messages;
using ActorNet.Labs.Links;

namespace ActorNet.Node.Links;

/// <summary>The links of a topology that runs in this process.</summary>
internal interface ITopologyLinks
{
    /// <summary>Changes some.</summary>
    Task<LinksChanged> ChangeAsync(ChangeLinks request);

    /// <summary>What holds for one of them, or for all.</summary>
    Task<LinkStates> StatesAsync(string? link);

    /// <summary>All counters at one moment.</summary>
    Task<LabSnapshot> SnapshotAsync();
}
