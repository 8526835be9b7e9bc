namespace ActorNet.Hocon;

/// <summary>Values in the order written; elements whose optional reference found nothing are left out.</summary>
public sealed class HoconArray : HoconValue
{
    internal HoconArray(HoconOrigin origin, IReadOnlyList<HoconValue> items)
        : base(origin) => Items = items;

    /// <summary>The elements, of any mixture of types.</summary>
    public IReadOnlyList<HoconValue> Items { get; }

    internal override string Kind => "an array";
}
