using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpPropertyTests
{
    /// <summary>What a network does, in per mille of its frames.</summary>
    public sealed record Weather(int Seed, int Bytes, int Loss, int Copies, int Late, int Marks, int Flips, bool Sack, bool Ecn, bool V6);

    private static readonly FsCheck.Gen<Weather> Weathers =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from bytes in Gen.Choose(1, 400_000)
        from loss in Gen.Choose(0, 150)
        from copies in Gen.Choose(0, 100)
        from late in Gen.Choose(0, 200)
        from marks in Gen.Choose(0, 100)
        from flips in Gen.Choose(0, 30)
        from sack in Gen.Elements(true, false)
        from ecn in Gen.Elements(true, false)
        from v6 in Gen.Elements(true, false)
        select new Weather(seed, bytes, loss, copies, late, marks, flips, sack, ecn, v6);

    [Fact]
    public void Whatever_the_network_does_a_transfer_arrives_whole() => Property.Holds(Weathers, weather =>
    {
        // given
        var wire = Under(weather);
        var pending = Transfer.Start(wire, weather.Bytes, v6: weather.V6);
        var ends = EndsOf(wire);

        // when
        wire.RunUntil(
            () =>
            {
                if (ends is { } known && wire.A.Tcp.Find(known) is { State: >= TcpState.Established and < TcpState.TimeWait } connection)
                    connection.Sender.CongestionWindow.ShouldBeGreaterThanOrEqualTo(connection.Sender.Mss);
                return pending.Result is not null;
            },
            4 * 3600 * Wire.Second);

        // then
        var result = pending.Result!.Value;
        result.End.ShouldBe(TcpEnd.Done);
        result.BytesAcked.ShouldBe(weather.Bytes);
        Transfer.Received(wire).Bytes.ShouldBe(weather.Bytes);
        Transfer.Received(wire).WrongBytes.ShouldBe(0);
        wire.RunUntilQuiet();
        wire.ToB.Count.ShouldBeLessThan(40 * ((weather.Bytes / 1000) + 40), "no frames are sent for nothing without end");
    });

    [Fact]
    public void Same_weather_gives_the_same_result() => Property.Holds(
        Weathers,
        weather => Run(weather).ShouldBe(Run(weather)),
        count: 20);

    private static (TcpResult Result, int There, int Back) Run(Weather weather)
    {
        var wire = Under(weather);
        var pending = Transfer.Start(wire, weather.Bytes, v6: weather.V6);
        wire.RunUntil(() => pending.Result is not null, 4 * 3600 * Wire.Second);
        return (pending.Result!.Value, wire.ToB.Count, wire.ToA.Count);
    }

    private static Wire Under(Weather weather)
    {
        var wire = new Wire((settings, _) => settings with { Ecn = weather.Ecn, Seed = settings.Seed + (ulong)weather.Seed });
        var random = new Random(weather.Seed);
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB])
        {
            direction.Delay = 5 * Wire.Millisecond;
            direction.Rate = 50_000_000;
            if (!weather.Sack) direction.Rewrite = FrameCheck.StripSack;
            direction.Records = ReferenceEquals(direction, wire.ToB);
            direction.Decide = (_, frame) =>
            {
                // The way to the other host is found first, and connections are made in spite of a few losses: only TCP is put to the test.
                if (frame.Protocol != 6) return Fate.Arrives;
                return new Fate(
                    random.Next(1000) < weather.Loss ? 0 : random.Next(1000) < weather.Copies ? 2 : 1,
                    random.Next(1000) < weather.Late ? random.Next(20_000_000) : 0,
                    random.Next(1000) < weather.Marks,
                    random.Next(1000) < weather.Flips);
            };
        }

        return wire;
    }

    private static TcpEndpoints? EndsOf(Wire wire)
    {
        wire.RunUntil(() => wire.ToB.Sent.Exists(f => f.Protocol == 6));
        var syn = wire.ToB.Sent.First(f => f.Protocol == 6);
        var v6 = syn.Type == 0x86DD;
        var port = (syn.Transport[0] << 8) | syn.Transport[1];
        return new TcpEndpoints(v6 ? Wire.A6 : Wire.A4, port, v6 ? Wire.B6 : Wire.B4, Transfer.Port);
    }
}
