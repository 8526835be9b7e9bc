using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Compares words of the frame (<c>net/sched/cls_u32.c</c>; rules U32-01 to U32-04). A walk begins in the preference's root table; filters of a bucket are asked
/// in the order of their numbers, and one whose keys agree may lead to a bucket of another table, from which the walk comes back when nothing decided there.
/// The first that matches and whose actions do not say continue decides.
/// </summary>
public sealed class U32Classifier : Classifier
{
    private readonly U32Tables _tables;
    private readonly U32Table _root;

    internal U32Classifier(U32Tables tables, uint pref)
    {
        _tables = tables;
        Pref = pref;
        _root = tables.AddRoot(pref);
    }

    /// <inheritdoc/>
    public override string Kind => "u32";

    /// <inheritdoc/>
    public override bool AnnouncesOldFilter => true;

    /// <summary>Number of its root table, from 0x800.</summary>
    public uint TableNumber => _root.Number;

    /// <summary>Whether it can go with its last filter: not while others are numbered together with it (<c>tc_u_common</c>).</summary>
    public override bool IsEmpty => _tables.IsUnused;

    /// <inheritdoc/>
    public override bool Names(uint classId) => _tables.All.Any(t => t.Nodes.Any(n => n.ClassId == classId && ReferenceEquals(n.Owner, this)));

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context) =>
        _root.HasLinks ? new U32Walk(_root, skb).Run(ref context) : U32Walk.Ask(_root.Bucket(0), skb, ref context);

    /// <summary>Also true of tables themselves, written <c>800:</c>, and of filters of other preferences whose tables are numbered together with this one's.</summary>
    public override bool Has(uint handle) => TableOf(handle) is { } table && (U32Handle.IsTable(handle) || table.Find(handle) is not null);

    /// <inheritdoc/>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        var u32 = options as U32Options ?? throw new RtnlException(Errno.EINVAL);
        if (u32.IsEmpty)
        {
            if (handle != 0) throw Refusal("Filter handle requires options.");
            return 0;
        }

        if (TableOf(handle) is { } table)
        {
            if (U32Handle.IsTable(handle)) throw Refusal("Key node id cannot be zero.");
            if (table.Find(handle) is { } node) return Replace(table, node, u32);
        }

        return u32.Divisor is { } divisor ? MakeTable(handle, divisor) : Make(handle, u32);
    }

    /// <inheritdoc/>
    public override void Delete(uint handle)
    {
        var table = TableOf(handle)!;
        if (!U32Handle.IsTable(handle))
        {
            var node = table.Find(handle)!;
            table.Remove(node);
            Release(node);
            return;
        }

        if (table.IsRoot) throw Refusal("Not allowed to delete root node.");
        if (table.Links > 0) throw new RtnlException(Errno.EBUSY, "cls_u32: Can not delete in-use filter.");
        Remove(table);
    }

    /// <summary>Removes its root table; the last one of those numbered together takes all tables along.</summary>
    public override void Clear()
    {
        Remove(_root);
        if (!_tables.Leave()) return;
        foreach (var table in _tables.All.ToArray()) Remove(table);
    }

    /// <summary>Lists the tables and filters of all classifiers of this preference that are numbered together, as tc does.</summary>
    public override void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        foreach (var table in _tables.OfPref(Pref))
        {
            PrintTable(table, writer, head);
            foreach (var node in table.Nodes) PrintNode(node, writer, head, statistics, now);
        }
    }

    /// <inheritdoc/>
    protected override void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        var table = TableOf(handle)!;
        if (U32Handle.IsTable(handle)) PrintTable(table, writer, head);
        else PrintNode(table.Find(handle)!, writer, head, statistics, now);
    }

    private static RtnlException Refusal(string sentence) => new(Errno.EINVAL, "cls_u32: " + sentence);

    private uint Make(uint handle, U32Options options)
    {
        var table = _root;
        var place = _root.Handle;
        if (options.Table != 0 && U32Handle.Table(options.Table) != U32Handle.RootTable)
        {
            table = _tables.Find(U32Handle.Table(options.Table)) ?? throw Refusal("Specified hash table not found.");
            place = options.Table;
        }

        var bucket = U32Handle.Bucket(place);
        if (bucket >= table.Divisor) throw Refusal("Specified hash table buckets exceed configured value.");
        if (U32Handle.Table(handle) != 0 && U32Handle.Table(handle) != table.Number) throw Refusal("Handle specified hash table address mismatch.");
        var id = U32Handle.Id(handle) == 0 ? table.FreeId(bucket) : U32Handle.Id(handle);
        var made = place | id;
        // A handle without its table names no filter that exists, only the number of a new one.
        if (table.Find(made) is not null) throw new RtnlException(Errno.ENOSPC);
        if (options.Keys is null) throw Refusal("Selector not specified.");
        Put(table, old: null, options, actions => new U32Node(made, options, actions, Actions.Namespace.Kernel.U32CountsMatches)
        {
            Owner = this,
            Down = FindLink(options, null),
            InDev = FindDevice(options, 0),
        });
        return made;
    }

    private uint Replace(U32Table table, U32Node old, U32Options options)
    {
        if (old.SkipHardware != options.SkipHardware || old.SkipSoftware != options.SkipSoftware) throw Refusal("Key node flags do not match passed flags.");
        Put(table, old, options, actions => new U32Node(old, options, actions)
        {
            Owner = this,
            Down = FindLink(options, old.Down),
            InDev = FindDevice(options, old.InDev),
        });
        return old.Handle;
    }

    private uint MakeTable(uint handle, int divisor)
    {
        if (!U32Handle.IsTable(handle)) throw Refusal("Divisor can only be used on a hash table.");
        return _tables.Add(U32Handle.Table(handle), Pref, divisor).Handle;
    }

    private void Put(U32Table table, U32Node? old, U32Options options, Func<ActionList, U32Node> make)
    {
        var node = Bind(options, make);
        table.Put(node);
        if (node.Down is { } down) down.Links++;
        if (old is not null) Release(old);
    }

    private U32Table? FindLink(U32Options options, U32Table? old)
    {
        if (options.LinkTo is not { } handle) return old;
        if (!U32Handle.IsTable(handle)) throw Refusal("u32 Link handle must be a hash table.");
        if (handle == 0) return null;
        var table = _tables.Find(U32Handle.Table(handle)) ?? throw Refusal("Link hash table not found.");
        return table.IsRoot ? throw Refusal("Not linking to root node.") : table;
    }

    private int FindDevice(U32Options options, int old)
    {
        if (options.InDev is not { } name) return old;
        return Actions.Namespace.Find(name)?.IfIndex ?? throw new RtnlException(Errno.EINVAL, "Network device not found.");
    }

    /// <summary>The table that a handle names: fff: is the root table, whose filters cannot be named that way, though; null when it names none.</summary>
    private U32Table? TableOf(uint handle) => U32Handle.Table(handle) == U32Handle.RootTable ? _root : _tables.Find(U32Handle.Table(handle));

    private void Remove(U32Table table)
    {
        foreach (var node in table.Nodes.ToArray())
        {
            table.Remove(node);
            Release(node);
        }

        _tables.Remove(table);
    }

    private void Release(U32Node node)
    {
        if (node.Down is { } down) down.Links--;
        Unbind(node.Actions);
    }

    private static void PrintTable(U32Table table, ShowWriter writer, Action<ShowWriter> head)
    {
        head(writer);
        writer.OpenObject("options");
        table.Print(writer);
        writer.CloseObject().Plain("\n").CloseObject();
    }

    private void PrintNode(U32Node node, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        writer.OpenObject("options");
        U32Printer.Print(writer, node, Actions.Namespace, Protocol, statistics, now);
        writer.CloseObject();
        ActionPrinter.EndFilter(writer, node.Actions, statistics);
        writer.CloseObject();
    }
}
