using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Engine;

/// <summary>
/// The place of an actor in the tree, <c>akka://system/user/parent/name</c>. Equality and order look at the names only,
/// not at the incarnation: an actor that was stopped and made again has an equal path.
/// </summary>
[SuppressMessage("Design", "CA1036", Justification = "The offered API has no order operators on paths.")]
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    private protected ActorPath(ActorPath? parent, string name, long uid)
    {
        ParentOrNull = parent;
        Name = name;
        Uid = uid;
    }

    /// <summary>The last element; of a root the name of the system.</summary>
    public string Name { get; }

    /// <summary>The path one level up; a root is its own parent.</summary>
    public ActorPath Parent => ParentOrNull ?? this;

    /// <summary>Number of the incarnation, 0 where it does not matter; never part of equality.</summary>
    public long Uid { get; }

    internal ActorPath? ParentOrNull { get; }

    /// <summary>The path of a child.</summary>
    /// <exception cref="InvalidActorNameException">The name has characters that a path cannot hold.</exception>
    public ActorPath Child(string childName)
    {
        ActorNames.Check(childName);
        return new LocalActorPath(this, childName, 0);
    }

    /// <summary>Whether a name may stand in a path: ASCII letters, digits, <c>-_.*$+:@&amp;=,!~';</c> and <c>%</c> with two hex digits, not starting with <c>$</c>.</summary>
    public static bool IsValidPathElement(string? s) => ActorNames.IsValid(s);

    /// <summary>Names from the root down, parted by slashes, without the system.</summary>
    public string ToStringWithoutAddress()
    {
        var text = new System.Text.StringBuilder();
        AppendNames(text);
        return text.Length == 0 ? "/" : text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        var left = this;
        var right = other;
        while (left is not null && right is not null)
        {
            if (ReferenceEquals(left, right)) return true;
            if (!string.Equals(left.Name, right.Name, StringComparison.Ordinal)) return false;
            left = left.ParentOrNull;
            right = right.ParentOrNull;
        }
        return left is null && right is null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActorPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        for (var path = this; path is not null; path = path.ParentOrNull) hash = (hash * 31) + string.GetHashCode(path.Name, StringComparison.Ordinal);
        return hash;
    }

    /// <summary>Compares the texts, ordinally.</summary>
    public int CompareTo(ActorPath? other) => other is null ? 1 : string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The path with its system, as in logs.</summary>
    public override string ToString()
    {
        var root = this;
        while (root.ParentOrNull is { } up) root = up;
        return $"akka://{root.Name}{ToStringWithoutAddress()}";
    }

    /// <summary>The path of a child.</summary>
    public static ActorPath operator /(ActorPath path, string name)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Child(name);
    }

    /// <summary>Same names from the root down.</summary>
    public static bool operator ==(ActorPath? left, ActorPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Differs in at least one name.</summary>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    private void AppendNames(System.Text.StringBuilder text)
    {
        if (ParentOrNull is null) return;
        ParentOrNull.AppendNames(text);
        text.Append('/').Append(Name);
    }
}
