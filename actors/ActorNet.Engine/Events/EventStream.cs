using System.Collections.Concurrent;

namespace ActorNet.Engine;

/// <summary>
/// Publish and subscribe by type: a subscriber gets each event once whose type is, derives from or implements one of its channels. Any
/// thread. An actor that ends is unsubscribed.
/// </summary>
public class EventStream
{
    /// <summary>Event types remembered; a publisher with more of them pays a search each time.</summary>
    private const int MaxRemembered = 1024;

    private readonly bool _debug;
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];
    private readonly HashSet<IActorRef> _subscribers = [];
    private ConcurrentDictionary<Type, IActorRef[]> _receivers = new();

    /// <summary>Without subscribers.</summary>
    /// <param name="debug">Publishes each change of the subscriptions as a text, for those who subscribed to texts.</param>
    public EventStream(bool debug) => _debug = debug;

    private readonly record struct Subscription(IActorRef Subscriber, Type Channel);

    /// <summary>Tells the event to all subscribers of its type, in the order of their subscription; without one it is forgotten.</summary>
    public virtual void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        foreach (var receiver in ReceiversOf(@event.GetType())) receiver.Tell(@event, ActorRefs.NoSender);
    }

    /// <summary>Adds a channel.</summary>
    /// <returns>False when the subscriber had it already.</returns>
    public virtual bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_gate)
        {
            var subscription = new Subscription(subscriber, channel);
            if (_subscriptions.Contains(subscription)) return false;
            _subscriptions.Add(subscription);
            _subscribers.Add(subscriber);
            _receivers = new ConcurrentDictionary<Type, IActorRef[]>();
        }
        if (_debug) Publish($"{subscriber} subscribed to {channel}");
        return true;
    }

    /// <summary>Takes one channel back.</summary>
    /// <returns>False when the subscriber did not have it.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        return Remove(subscriber, subscription => subscription.Channel == channel);
    }

    /// <summary>Takes all channels back.</summary>
    /// <returns>False when the subscriber had none.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Remove(subscriber, static _ => true);
    }

    private bool Remove(IActorRef subscriber, Predicate<Subscription> which)
    {
        lock (_gate)
        {
            if (!_subscribers.Contains(subscriber)) return false;
            if (_subscriptions.RemoveAll(s => s.Subscriber.Equals(subscriber) && which(s)) == 0) return false;
            if (!_subscriptions.Exists(s => s.Subscriber.Equals(subscriber))) _subscribers.Remove(subscriber);
            _receivers = new ConcurrentDictionary<Type, IActorRef[]>();
        }
        if (_debug) Publish($"{subscriber} unsubscribed");
        return true;
    }

    private IActorRef[] ReceiversOf(Type type)
    {
        var receivers = Volatile.Read(ref _receivers);
        if (receivers.TryGetValue(type, out var known)) return known;
        lock (_gate)
        {
            // The table of the present subscriptions, whatever it was before the lock.
            known = [.. _subscriptions.Where(s => s.Channel.IsAssignableFrom(type)).Select(s => s.Subscriber).Distinct()];
            if (_receivers.Count < MaxRemembered) _receivers[type] = known;
            return known;
        }
    }
}

/// <summary>Channels as type arguments.</summary>
public static class EventStreamExtensions
{
    /// <summary>Adds a channel; false when the subscriber had it already.</summary>
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(eventStream);
        return eventStream.Subscribe(subscriber, typeof(TChannel));
    }

    /// <summary>Takes a channel back; false when the subscriber did not have it.</summary>
    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(eventStream);
        return eventStream.Unsubscribe(subscriber, typeof(TChannel));
    }
}
