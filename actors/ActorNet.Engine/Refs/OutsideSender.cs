using System.Runtime.CompilerServices;

namespace ActorNet.Engine.Refs;

/// <summary>
/// Who sends what is told to the actors of a system outside of every loop without naming a sender. A test sets it to its own actor, so that
/// answers come to it. It belongs to a flow of control and follows it across awaits: tests at the same time, and other systems in the same
/// test, do not see it.
/// </summary>
internal static class OutsideSender
{
    private static readonly AsyncLocal<Entry?> Entries = new();

    /// <summary>So that a process without tests never looks into the flow of control.</summary>
    private static volatile bool _isUsed;

    /// <summary>Sends from now on to actors of its own system, in front of one set before.</summary>
    internal static void Add(LocalActorRef sender)
    {
        _isUsed = true;
        Entries.Value = new Entry(sender, Entries.Value);
    }

    /// <summary>Sends no more; nothing when it did not in this flow of control.</summary>
    internal static void Remove(LocalActorRef sender) => Entries.Value = Without(Entries.Value, sender);

    /// <summary>Who sends to a receiver; null for nobody. Never inlined: its callers are the data path, which does not come by here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static IActorRef? For(IActorRef receiver)
    {
        if (!_isUsed || receiver is not IInternalRef { System: { } system }) return null;
        var entry = Entries.Value;
        while (entry is not null && !ReferenceEquals(entry.Sender.System, system)) entry = entry.Older;
        return entry?.Sender;
    }

    private static Entry? Without(Entry? entry, LocalActorRef sender)
    {
        if (entry is null) return null;
        return ReferenceEquals(entry.Sender, sender) ? entry.Older : entry with { Older = Without(entry.Older, sender) };
    }

    private sealed record Entry(LocalActorRef Sender, Entry? Older);
}
