using ActorNet.Core;
using ActorNet.Core.Frames;

namespace ActorNet.Hosts.Tests.Harness;

/// <summary>Two hosts and a cable between them, on a clock of its own. Every frame that either sends is looked at: its lengths and checksums must be right.</summary>
internal sealed class Wire
{
    internal const long Millisecond = 1_000_000;
    internal const long Second = 1_000_000_000;

    internal static readonly IpAddress A4 = IpAddress.Parse("10.0.0.1");
    internal static readonly IpAddress B4 = IpAddress.Parse("10.0.0.2");
    internal static readonly IpAddress A6 = IpAddress.Parse("fd00::1");
    internal static readonly IpAddress B6 = IpAddress.Parse("fd00::2");
    internal static readonly MacAddress MacA = new(0x0200_0000_0001);
    internal static readonly MacAddress MacB = new(0x0200_0000_0002);

    private readonly PriorityQueue<(HostStack To, byte[] Frame), (long Time, long Order)> _flying = new();
    private long _order;

    /// <summary>A cable between two hosts.</summary>
    /// <param name="change">Changes what both are; told true for A.</param>
    internal Wire(Func<StackSettings, bool, StackSettings>? change = null)
    {
        ToB = new Direction(this);
        ToA = new Direction(this);
        A = new HostStack(SettingsOf(MacA, A4, A6, isA: true, change), ToB.Send);
        B = new HostStack(SettingsOf(MacB, B4, B6, isA: false, change), ToA.Send);
        (ToB.To, ToA.To) = (B, A);
    }

    internal HostStack A { get; }

    internal HostStack B { get; }

    internal Direction ToB { get; }

    internal Direction ToA { get; }

    internal long Time { get; private set; }

    internal Instant Now => new(Time);

    /// <summary>Whether nothing is under way and nothing will happen by time alone.</summary>
    internal bool IsQuiet => _flying.Count == 0 && A.NextDeadline == Instant.Never && B.NextDeadline == Instant.Never;

    /// <summary>Lets time pass.</summary>
    internal void RunFor(long nanoseconds)
    {
        var end = Time + nanoseconds;
        while (NextTime() is var next && next <= end) Step(next);
        Time = end;
    }

    /// <summary>Lets time pass until something is so; fails when it does not come about.</summary>
    internal void RunUntil(Func<bool> reached, long limit = 3600 * Second)
    {
        var end = Time + limit;
        while (!reached())
        {
            var next = NextTime();
            if (next > end) throw new TimeoutException(next == long.MaxValue ? "Nothing will happen any more." : $"Not reached within {limit / Second} s.");
            Step(next);
        }
    }

    /// <summary>Lets time pass until nothing happens any more.</summary>
    internal void RunUntilQuiet(long limit = 3600 * Second) => RunUntil(() => IsQuiet, limit);

    internal void Deliver(HostStack to, byte[] frame, long time) => _flying.Enqueue((to, frame), (time, _order++));

    private static StackSettings SettingsOf(MacAddress mac, IpAddress v4, IpAddress v6, bool isA, Func<StackSettings, bool, StackSettings>? change)
    {
        var settings = new StackSettings { Mac = mac, Addresses = [new(v4, 24), new(v6, 64)], Seed = mac.Value };
        return change?.Invoke(settings, isA) ?? settings;
    }

    private long NextTime()
    {
        var next = Math.Min(A.NextDeadline.Nanoseconds, B.NextDeadline.Nanoseconds);
        return _flying.TryPeek(out _, out var first) ? Math.Min(next, first.Time) : next;
    }

    private void Step(long time)
    {
        Time = Math.Max(Time, time);
        if (_flying.TryPeek(out var arrival, out var at) && at.Time <= Time)
        {
            _flying.Dequeue();
            arrival.To.Receive(arrival.Frame, Now);
            return;
        }

        A.OnDeadline(Now);
        B.OnDeadline(Now);
    }
}
