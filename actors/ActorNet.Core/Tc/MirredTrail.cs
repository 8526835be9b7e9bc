using System.Runtime.CompilerServices;

namespace ActorNet.Core.Tc;

/// <summary>Numbers of the devices that nested mirred calls sent to, outermost first (<c>sched_mirred_dev</c>, rule MIR-18). 0 stands for a block.</summary>
[InlineArray(Depth)]
internal struct MirredTrail
{
    /// <summary>Most that can nest.</summary>
    public const int Depth = 4;

    private int _first;

    /// <summary>Whether one of the outermost <paramref name="count"/> is that device.</summary>
    public readonly bool Holds(int ifIndex, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (this[i] == ifIndex) return true;
        }

        return false;
    }
}
