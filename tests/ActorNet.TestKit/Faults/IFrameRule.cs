using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>Decides which frames get lost; asked in the order in which rules were made, until one wants the frame.</summary>
internal interface IFrameRule
{
    bool Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb);
}
