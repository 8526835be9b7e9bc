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
    private const uint RootTable = 0xFFF;
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

    /// <summary>Whether it can go with its last filter: not while others are numbered together with it (<c>tc_u_common</c>).</summary>
    public override bool IsEmpty => _tables.IsUnused;

    /// <summary>Whether only the root table is there.</summary>
    internal bool HasNoFilters => _nodes.Length == 0;

    /// <inheritdoc/>
    public override bool Names(uint classId) => Array.Exists(_nodes, n => n.ClassId == classId);

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

    /// <summary>Also true of a root table itself, written <c>800:</c>, and of filters of other preferences whose tables are numbered together with this one's.</summary>
    public override bool Has(uint handle) => OwnerOf(handle) is { } owner && (Id(handle) == 0 || owner.Find(Id(handle)) is not null);

    /// <inheritdoc/>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        var u32 = options as U32Options ?? throw new RtnlException(Errno.EINVAL);
        if (u32.IsEmpty)
        {
            if (handle != 0) throw new RtnlException(Errno.EINVAL, "cls_u32: Filter handle requires options.");
            return 0;
        }

        if (OwnerOf(handle) is { } owner && !ReferenceEquals(owner, this) && owner.Find(Id(handle)) is not null) return owner.Change(handle, options, mode);
        if (handle != 0 && Table(handle) != 0 && Table(handle) != TableNumber && (Id(handle) != 0 || OwnerOf(handle) is null))
            throw new RtnlException(Errno.EINVAL, "cls_u32: Handle specified hash table address mismatch.");
        if (handle != 0 && Id(handle) == 0) throw new RtnlException(Errno.EINVAL, "cls_u32: Key node id cannot be zero.");
        var old = OwnerOf(handle) is null ? null : Find(Id(handle));
        if (old is null && u32.Keys is null) throw new RtnlException(Errno.EINVAL, "cls_u32: Selector not specified.");
        // A handle without its table names no filter that exists, only the number of a new one.
        if (old is null && handle != 0 && Find(Id(handle)) is not null) throw new RtnlException(Errno.ENOSPC);
        var id = handle == 0 ? FreeId() : Id(handle);
        var counts = Actions.Namespace.Kernel.U32CountsMatches;
        Put(old, new U32Node(id, old, u32, Actions.Bind(u32.Actions, Actions.Namespace.Now, Block), counts));
        return (TableNumber << 20) | id;
    }

    /// <inheritdoc/>
    public override void Delete(uint handle)
    {
        var owner = OwnerOf(handle)!;
        var node = owner.Find(Id(handle)) ?? throw new RtnlException(Errno.EINVAL, "cls_u32: Not allowed to delete root node.");
        owner._nodes = Array.FindAll(owner._nodes, n => !ReferenceEquals(n, node));
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


    private static uint Table(uint handle) => handle >> 20;

    private static uint Id(uint handle) => handle & LastId;

    /// <summary>The classifier that a handle's table belongs to: fff: is this one's, others count for all that are numbered together.</summary>
    private U32Classifier? OwnerOf(uint handle) => Table(handle) == RootTable ? this : _tables.Find(Table(handle));

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

    /// <inheritdoc/>
    protected override void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        var owner = OwnerOf(handle)!;
        if (owner.Find(Id(handle)) is { } node) owner.PrintNode(node, writer, head, statistics, now);
        else owner.PrintRoot(writer, head);
    }

    private void PrintTable(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        PrintRoot(writer, head);
        foreach (var node in _nodes) PrintNode(node, writer, head, statistics, now);
    }

    private void PrintRoot(ShowWriter writer, Action<ShowWriter> head)
    {
        head(writer);
        writer.OpenObject("options").Text("fh", "fh {0} ", FormattableString.Invariant($"{TableNumber:x}:")).Number("ht_divisor", "ht divisor {0} ", 1);
        writer.CloseObject().Plain("\n").CloseObject();
    }

    private void PrintNode(U32Node node, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        writer.OpenObject("options");
        node.Print(writer, TableNumber, statistics, now);
        writer.CloseObject().Plain("\n").CloseObject();
    }
}
