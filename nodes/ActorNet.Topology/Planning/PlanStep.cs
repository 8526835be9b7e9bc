using System.Text.Json;
using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>One thing that starting a topology does. Printable, and the same data that the program acts on.</summary>
/// <param name="Origin">The place of the file that asks for it.</param>
public abstract record PlanStep(HoconOrigin Origin)
{
    /// <summary>Short name of the kind of step, stable: scripts read it.</summary>
    public abstract string Kind { get; }

    /// <summary>What is done, where possible as the command that would do it on a real machine.</summary>
    public abstract string Text { get; }

    /// <summary>What undoes it; null when it vanishes together with something made earlier.</summary>
    public virtual string? Undo => null;

    /// <summary>Writes the fields that are particular to the kind into the open JSON object.</summary>
    protected internal abstract void WriteFields(Utf8JsonWriter json);
}
