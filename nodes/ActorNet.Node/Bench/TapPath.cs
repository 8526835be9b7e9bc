namespace ActorNet.Node.Bench;

/// <summary>A way between two hosts, alice and bob, which are network namespaces with a device eth0 each. Dispose takes it away.</summary>
internal abstract class TapPath : IAsyncDisposable
{
    /// <summary>The hosts' device.</summary>
    public const string Device = "eth0";

    /// <summary>Address of alice, who sends.</summary>
    public const string AliceAddress = "10.0.0.1/24";

    /// <summary>Address of bob, who receives, without its prefix length.</summary>
    public const string Bob = "10.0.0.2";

    /// <summary>Address of bob.</summary>
    public const string BobAddress = Bob + "/24";

    /// <summary>Hardware address of alice.</summary>
    public const string AliceMac = "02:00:00:00:00:01";

    /// <summary>Hardware address of bob.</summary>
    public const string BobMac = "02:00:00:00:00:02";

    /// <summary>A word of <see cref="TapPaths"/>.</summary>
    public abstract string Name { get; }

    /// <summary>The namespace that sends.</summary>
    public abstract string Sender { get; }

    /// <summary>The namespace that receives.</summary>
    public abstract string Receiver { get; }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
