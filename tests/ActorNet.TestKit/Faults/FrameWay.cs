namespace ActorNet.TestKit;

/// <summary>Which frames of a place are meant.</summary>
public enum FrameWay
{
    /// <summary>Those that it sends: a host into its port, a port to its host, one end of a cable to the other, an IFB back to where they came from, others to any device.</summary>
    Sent,

    /// <summary>Those that come to it the same ways.</summary>
    Received,
}
