using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Compares words of the frame (<c>net/sched/cls_u32.c</c>; rules U32-01 to U32-04). The filters of one preference form the root hash table, asked in the order
/// of their numbers; the first that matches and whose actions do not say continue decides.
/// </summary>
public sealed class U32Classifier : Classifier
{
    private const uint FirstAutomaticId = 0x800;
    private const uint LastId = 0xFFF;
    private readonly U32Tables _tables;
    private U32Node[] _nodes = [];

    internal U32Classifier(U32Tables tables)
    {
        _tables = tables;
        TableNumber = tables.Add(this);
    }

    /// <inheritdoc/>
    public override string Kind => "u32";

    /// <summary>Number of its root table, from 0x800.</summary>
    public uint TableNumber { get; }

    /// <inheritdoc/>
    public override bool IsEmpty => _nodes.Length == 0;

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        foreach (var node in _nodes)
        {
            var match = node.Compare(skb);
            if (match == U32Match.OutsideFrame) return TcVerdict.Unspec;
            if (match == U32Match.No || !node.Decides) continue;
            context.ClassId = node.ClassId;
            var verdict = node.Actions.Run(skb, ref context);
            if (verdict != TcVerdict.Unspec) return verdict;
        }

        return TcVerdict.Unspec;
    }

    /// <summary>Also true of the root table itself, written <c>800:</c>.</summary>
    public override bool Has(uint handle)
    {
        if (handle == 0 || (Table(handle) != 0 && Table(handle) != TableNumber)) return false;
        return Id(handle) == 0 || Find(Id(handle)) is not null;
    }

    /// <inheritdoc/>
    public override void Change(uint handle, FilterOptions options, FilterChange mode)
    {
        var u32 = options as U32Options ?? throw new RtnlException(Errno.EINVAL);
        if (u32.IsEmpty)
        {
            if (handle != 0) throw new RtnlException(Errno.EINVAL, "cls_u32: Filter handle requires options.");
            return;
        }

        if (handle != 0 && Table(handle) != 0 && Table(handle) != TableNumber)
            throw new RtnlException(Errno.EINVAL, "cls_u32: Handle specified hash table address mismatch.");
        if (handle != 0 && Id(handle) == 0) throw new RtnlException(Errno.EINVAL, "cls_u32: Key node id cannot be zero.");
        var old = handle == 0 ? null : Find(Id(handle));
        var keys = old?.Keys ?? u32.Keys?.ToArray() ?? throw new RtnlException(Errno.EINVAL, "cls_u32: Selector not specified.");
        var id = handle == 0 ? FreeId() : Id(handle);
        Put(old, new U32Node(id, keys, u32, Actions.Bind(u32.Actions, Actions.Namespace.Now)));
    }

    /// <inheritdoc/>
    public override void Delete(uint handle)
    {
        var node = Find(Id(handle)) ?? throw new RtnlException(Errno.EINVAL, "cls_u32: Not allowed to delete root node.");
        _nodes = Array.FindAll(_nodes, n => !ReferenceEquals(n, node));
        Unbind(node);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (var node in _nodes) Unbind(node);
        _nodes = [];
        _tables.Remove(this);
    }

    /// <summary>Lists the tables and filters of all classifiers of this preference that are numbered together, as tc does.</summary>
    public override void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        foreach (var other in _tables.OfPref(Pref)) other.PrintTable(writer, head, statistics, now);
    }

    /// <inheritdoc/>
    public override uint ParseHandle(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            if (!text.StartsWith("0x", StringComparison.Ordinal)) throw IllegalHandle();
            return uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var whole) ? whole : throw IllegalHandle();
        }

        var parts = text.Split(':');
        if (parts.Length > 3) throw IllegalHandle();
        return (Part(parts, 0, 0xFFF) << 20) | (Part(parts, 1, 0xFF) << 12) | Part(parts, 2, 0xFFF);
    }

    private static uint Part(string[] parts, int index, uint limit)
    {
        if (index >= parts.Length || parts[index].Length == 0) return 0;
        if (!uint.TryParse(parts[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value > limit) throw IllegalHandle();
        return value;
    }

    private static Iproute2Exception IllegalHandle() => new("Illegal filter ID");

    private static uint Table(uint handle) => handle >> 20;

    private static uint Id(uint handle) => handle & LastId;

    private U32Node? Find(uint id) => Array.Find(_nodes, n => n.Id == id);

    private uint FreeId() =>
        FirstGap(FirstAutomaticId, LastId) ?? FirstGap(1, FirstAutomaticId - 1) ?? throw new RtnlException(Errno.ENOMEM);

    private uint? FirstGap(uint first, uint last)
    {
        foreach (var node in _nodes)
        {
            if (node.Id == first) first++;
        }

        return first <= last ? first : null;
    }

    /// <summary>Puts a node in its place by number, in a new array, so that a walk under way keeps the old one.</summary>
    private void Put(U32Node? old, U32Node node)
    {
        var nodes = _nodes.ToList();
        var at = nodes.FindIndex(n => n.Id >= node.Id);
        if (old is not null) nodes[at] = node;
        else nodes.Insert(at < 0 ? nodes.Count : at, node);
        _nodes = [.. nodes];
        if (old is not null) Unbind(old);
    }

    private void Unbind(U32Node node)
    {
        foreach (var action in node.Actions.Actions) Actions.Unbind(action);
    }

    private void PrintTable(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        writer.OpenObject("options").Text("fh", "fh {0} ", FormattableString.Invariant($"{TableNumber:x}:")).Number("ht_divisor", "ht divisor {0} ", 1);
        writer.CloseObject().Plain("\n").CloseObject();
        foreach (var node in _nodes)
        {
            head(writer);
            writer.OpenObject("options");
            node.Print(writer, TableNumber, statistics, now);
            writer.CloseObject().Plain("\n").CloseObject();
        }
    }
}
