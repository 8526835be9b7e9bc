using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class PlugTests
{
    [Fact]
    public void Release_lets_out_what_came_before_the_latest_block()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: plug limit 1000");
        bench.X(3, 100, mark: 1).ShouldBe(3);
        bench.Tc("qdisc change dev va root handle 1: plug block");
        bench.X(2, 100, mark: 2);

        bench.Tc("qdisc change dev va root handle 1: plug release");
        bench.Lab.Run();

        bench.Device.Marks.ShouldBe([1, 1, 1]);
        bench.Tc("qdisc change dev va root handle 1: plug block", "qdisc change dev va root handle 1: plug release");
        bench.Lab.Run();
        bench.Device.Marks.ShouldBe([1, 1, 1, 2, 2]);
    }

    [Fact]
    public void Release_without_a_block_lets_out_nothing()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: plug limit 1000");
        bench.X(3, 100);

        bench.Tc("qdisc change dev va root handle 1: plug release");
        bench.Lab.Run();

        bench.Q().ShouldBe("0/0 drops 0 over 0 req 0 backlog 3/300");
    }

    [Fact]
    public void Open_plug_passes_until_the_next_block()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: plug limit 1000");
        bench.X(3, 100);
        bench.Tc("qdisc change dev va root handle 1: plug release_indefinite");
        bench.X(2, 100);
        bench.Q().ShouldBe("5/500 drops 0 over 0 req 0 backlog 0/0");

        bench.Tc("qdisc change dev va root handle 1: plug block");
        bench.X(2, 100);

        bench.Q().ShouldBe("5/500 drops 0 over 0 req 0 backlog 2/200");
    }

    [Fact]
    public void Limit_is_in_bytes_and_0_when_the_first_command_names_none()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: plug limit 250");
        bench.X(3, 100).ShouldBe(2);

        bench.Tc("qdisc replace dev va root handle 2: plug block");
        bench.X(3, 100).ShouldBe(0);
        bench.Tc("qdisc change dev va root handle 2: plug limit 1kb");
        bench.X(11, 100).ShouldBe(10);
        bench.Tc("qdisc replace dev va root handle 3: plug");
        bench.X(1000, 1514).ShouldBe(1000, "without a word it holds as many full frames as the device's queue");
        bench.X(1, 100).ShouldBe(0);
    }

    [Fact]
    public void Shaper_above_finds_out_that_a_plug_holds_its_frames()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 1gbit burst 10000 limit 10000", "qdisc add dev va parent 1:1 handle 10: plug limit 10000");
        bench.X(4, 100);
        bench.Q().ShouldBe("0/0 drops 0 over 0 req 0 backlog 4/400");

        bench.Tc("qdisc change dev va parent 1:1 handle 10: plug release_indefinite");
        bench.Lab.Run();

        bench.Q().ShouldBe("4/400 drops 0 over 0 req 0 backlog 0/0");
    }

    [Theory]
    [InlineData("plug limit x", "Illegal value for \"limit\": \"x\"")]
    [InlineData("plug bogus", "plug: unknown parameter \"bogus\"\nUsage: ... plug [block | release | release_indefinite | limit NUMBER]")]
    public void Bad_words_are_refused_as_tc_does(string words, string error)
    {
        using var bench = new ShapeBench();

        bench.Refused("qdisc add dev va root " + words).ShouldBe(error);
        bench.Root.ShouldBeOfType<PfifoFastQdisc>();
    }
}
