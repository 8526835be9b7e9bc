namespace ActorNet.Core.Tc;

/// <summary>One filter of <see cref="FwClassifier"/>; a change makes another.</summary>
internal sealed class FwFilter
{
    /// <summary>The next one of its bucket.</summary>
    public FwFilter? Next;

    /// <summary>A filter with bound actions.</summary>
    public FwFilter(uint mark, FwOptions options, ActionList actions, int inputDevice)
    {
        (Mark, Options, Actions, InputDevice) = (mark, options, actions, inputDevice);
    }

    /// <summary>The mark, also its handle. With bits beyond the mask it matches nothing.</summary>
    public uint Mark { get; }

    /// <summary>As the command gave them.</summary>
    public FwOptions Options { get; }

    /// <summary>Its actions.</summary>
    public ActionList Actions { get; }

    /// <summary>Number of the device the frame must have come in by, 0 for any.</summary>
    public int InputDevice { get; }
}
