namespace ActorNet.Core.Tc;

/// <summary>What a message of traffic control is about.</summary>
public enum TcSubject
{
    /// <summary>A qdisc.</summary>
    Qdisc,

    /// <summary>A filter or classifier.</summary>
    Filter,

    /// <summary>A chain of filters.</summary>
    Chain,

    /// <summary>Actions apart from filters.</summary>
    Action,
}

/// <summary>What the kernel tells of a change in traffic control (RTM_NEWQDISC and the like, group RTNLGRP_TC).</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">The lines that <c>tc monitor</c> prints, each ended by a line feed.</param>
public sealed record TcMessage(TcSubject Subject, string Text);
