using ActorNet.Hocon.Nodes;
using ActorNet.Hocon.Resolving;

namespace ActorNet.Hocon;

/// <summary>A parsed text whose references are still open. Immutable; it can be resolved and layered any number of times.</summary>
public sealed class HoconDocument
{
    private readonly Node _root;
    private readonly HoconOptions _options;

    internal HoconDocument(Node root, HoconOptions options) => (_root, _options) = (root, options);

    /// <summary>
    /// A document in which this one overrides <paramref name="fallback"/>, as if the fallback's text stood before this one's. References
    /// of both see the result: a user's file can override what a reference in the defaults points to.
    /// </summary>
    /// <exception cref="HoconException">One of the two is an array.</exception>
    public HoconDocument WithFallback(HoconDocument fallback)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        var merged = fallback.RootObject().Clone();
        merged.Absorb(RootObject().Clone());
        return new HoconDocument(merged, _options);
    }

    /// <summary>Follows all references.</summary>
    /// <param name="options">Environment and limits; null means those given when this document was read.</param>
    /// <exception cref="HoconException">
    /// The root is an array, a reference finds nothing or leads back to itself, or a limit is reached.
    /// </exception>
    public HoconObject Resolve(HoconOptions? options = null)
    {
        var root = RootObject();
        return (HoconObject)new Resolver(root, (options ?? _options).Checked()).Resolve();
    }

    /// <summary>Like <see cref="Resolve"/>, for texts whose root may be an array.</summary>
    /// <exception cref="HoconException">A reference finds nothing or leads back to itself, or a limit is reached.</exception>
    public HoconValue ResolveRoot(HoconOptions? options = null) => new Resolver(_root, (options ?? _options).Checked()).Resolve();

    private ObjectNode RootObject() => _root as ObjectNode
        ?? throw new HoconException(_root.Origin, "the text is an array, but a configuration is an object",
            "Give the array a key, as in items = [ ... ]");
}
