using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>The action objects of a namespace, by kind and index (rule MIR-23). Bounded: <see cref="Limit"/> objects.</summary>
public sealed class ActionTable
{
    /// <summary>Most objects of one namespace.</summary>
    public const int Limit = 65536;

    private readonly SortedDictionary<(string Kind, uint Index), TcAction> _actions = new(Comparer<(string Kind, uint Index)>.Create(Compare));
    private readonly Dictionary<string, uint> _noneFreeBelow = new(StringComparer.Ordinal);
    private readonly NetNamespace _namespace;

    internal ActionTable(NetNamespace ns) => _namespace = ns;

    /// <summary>The namespace they belong to.</summary>
    public NetNamespace Namespace => _namespace;

    /// <summary>All objects, by kind and index.</summary>
    public IEnumerable<TcAction> All => _actions.Values;

    /// <summary>All objects of a kind, by index.</summary>
    public IEnumerable<TcAction> OfKind(string kind) => _actions.Values.Where(a => string.Equals(a.Kind, kind, StringComparison.Ordinal));

    /// <summary>The object of that kind and index; null when there is none.</summary>
    public TcAction? Find(string kind, uint index) => _actions.GetValueOrDefault((kind, index));

    /// <summary>Makes the actions of a filter and binds them: all of them or none. A spec with the index of an existing object shares that object as it is.</summary>
    /// <param name="specs">In order.</param>
    /// <param name="now">The time.</param>
    /// <param name="block">The filter's block, whose chains a goto may name; null when there is none.</param>
    /// <exception cref="RtnlException">One of them is refused; nothing was changed.</exception>
    public ActionList Bind(IReadOnlyList<ActionSpec> specs, Instant now, TcfBlock? block = null)
    {
        if (specs.Count > ActionList.MaxActions) throw new RtnlException(Errno.EINVAL, "Too many actions");
        var bound = new List<TcAction>(specs.Count);
        try
        {
            foreach (var spec in specs) bound.Add(BindOne(spec, now, block, bound));
        }
        catch
        {
            foreach (var action in bound) Unbind(action);
            throw;
        }

        return new ActionList([.. bound], specs is [{ IsOldStyle: true }]);
    }

    /// <summary>Creates an object by itself (<c>tc actions add</c>).</summary>
    /// <exception cref="RtnlException">EEXIST: the index is taken; EINVAL: a goto, which only makes sense in a filter.</exception>
    public TcAction Add(ActionSpec spec, Instant now)
    {
        spec.CheckAlone();
        if (spec.Index != 0 && Find(spec.Kind, spec.Index) is not null) throw new RtnlException(Errno.EEXIST);
        var action = Insert(spec, now, block: null);
        action.Cookie = spec.Cookie;
        action.References = 1;
        return action;
    }

    /// <summary>Changes the object of that index, filters' included; makes one when there is none (<c>tc actions change|replace</c>).</summary>
    /// <returns>The object, and whether it was made.</returns>
    /// <exception cref="RtnlException">As for <see cref="Add"/>; nothing was changed.</exception>
    public (TcAction Action, bool Made) Change(ActionSpec spec, Instant now)
    {
        if (spec.Index == 0 || Find(spec.Kind, spec.Index) is not { } action) return (Add(spec, now), true);
        RequireNoGoto(spec);
        spec.Apply(action);
        action.WantsNoHardwareStatistics = false;
        LetGoOfChain(action);
        if (spec.Cookie.Length > 0) action.Cookie = spec.Cookie;
        return (action, false);
    }

    /// <summary>Deletes an object created by itself.</summary>
    /// <exception cref="RtnlException">ENOENT, or EPERM while a filter binds it.</exception>
    public void Delete(string kind, uint index)
    {
        var action = Find(kind, index) ?? throw new RtnlException(Errno.ENOENT, "TC action with specified index not found.");
        if (action.Binds > 0) throw new RtnlException(Errno.EPERM, "Failed to delete TC action.");
        Remove(action);
    }

    /// <summary>Deletes the objects of a kind in order of their indexes, up to the first that a filter binds.</summary>
    /// <returns>How many went, and whether a bound one ended it.</returns>
    public (int Deleted, bool Stopped) Flush(string kind)
    {
        var deleted = 0;
        foreach (var action in OfKind(kind).ToArray())
        {
            if (action.Binds > 0) return (deleted, true);
            Remove(action);
            deleted++;
        }

        return (deleted, false);
    }

    internal void Unbind(TcAction action)
    {
        action.Binds--;
        action.References--;
        if (action.References == 0) Remove(action);
    }

    internal void OnDeviceUnregistered(NetDevice device)
    {
        if (!device.WasMirredTarget) return;
        foreach (var action in _actions.Values)
        {
            if (action is MirredAction mirred) mirred.ForgetTarget(device);
        }
    }

    private TcAction BindOne(ActionSpec spec, Instant now, TcfBlock? block, List<TcAction> before)
    {
        var action = spec.Index == 0 ? null : Find(spec.Kind, spec.Index);
        // One that this very list has made is not there yet for the kernel (some versions wait for it for ever).
        if (action is { References: 1, Binds: 1 } && before.Contains(action)) throw new RtnlException(Errno.EAGAIN);
        action ??= Insert(spec, now, block);
        if (spec.Cookie.Length > 0) action.Cookie = spec.Cookie;
        if (spec.IsOldStyle) action.IsBoundOldStyle = true;
        action.WantsNoHardwareStatistics = spec.IsOldStyle && (action.References == 0 || action.WantsNoHardwareStatistics);
        action.Binds++;
        action.References++;
        return action;
    }

    private TcAction Insert(ActionSpec spec, Instant now, TcfBlock? block)
    {
        if (_actions.Count >= Limit) throw new RtnlException(Errno.ENOMEM);
        if (block is null) RequireNoGoto(spec);
        var action = spec.Create(_namespace);
        action.Namespace = _namespace;
        action.Index = spec.Index != 0 ? spec.Index : FreeIndex(spec.Kind);
        action.Installed = action.LastUsed = now;
        if (spec.Control.Verdict == TcVerdict.GotoChain) action.GotoTarget = block!.HoldForAction(spec.Control.Argument);
        _actions.Add((action.Kind, action.Index), action);
        action.OnListed();
        return action;
    }

    private static void RequireNoGoto(ActionSpec spec)
    {
        if (spec.Control.Verdict == TcVerdict.GotoChain) throw new RtnlException(Errno.EINVAL, "can't goto NULL proto/chain.");
    }

    private static void LetGoOfChain(TcAction action)
    {
        if (action.GotoTarget is { } chain) chain.Block.ReleaseForAction(chain);
        action.GotoTarget = null;
    }

    private void Remove(TcAction action)
    {
        LetGoOfChain(action);
        _actions.Remove((action.Kind, action.Index));
        if (_noneFreeBelow.TryGetValue(action.Kind, out var lowest) && action.Index < lowest) _noneFreeBelow[action.Kind] = action.Index;
    }

    private uint FreeIndex(string kind)
    {
        var index = _noneFreeBelow.GetValueOrDefault(kind, 1u);
        while (_actions.ContainsKey((kind, index))) index++;
        _noneFreeBelow[kind] = index + 1;
        return index;
    }

    private static int Compare((string Kind, uint Index) a, (string Kind, uint Index) b)
    {
        var byKind = string.CompareOrdinal(a.Kind, b.Kind);
        return byKind != 0 ? byKind : a.Index.CompareTo(b.Index);
    }
}
