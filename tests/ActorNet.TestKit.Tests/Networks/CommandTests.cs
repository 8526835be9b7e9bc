using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>Commands, drains that are stepped, counters, names.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Several_lines_run_one_after_another()
    {
        using var lab = Lab.Start(Plans.Shaping);

        var result = lab.Run("""
            # another one
            ip link add ifb1 type ifb

            ip -n lab -br link show dev ifb1
            """);

        result.Output.ShouldStartWith("ifb1 ");
    }

    [Fact]
    public void A_refused_line_is_said_in_the_words_of_iproute2()
    {
        using var lab = Lab.Start(Plans.Shaping);

        var failure = Should.Throw<LabFailureException>(() => lab.Run("ip link add ifb1 type ifb\nip link set dev nosuch up\nip link del ifb0"));

        failure.Message.ShouldBe("'ip link set dev nosuch up' was refused with exit code 1:\nCannot find device \"nosuch\"");
        lab.Counters["ifb0"].IsUp.ShouldBeTrue();
        lab.Counters["ifb1"].IsUp.ShouldBeFalse();
    }

    [Fact]
    public void A_line_may_be_refused_when_it_is_tried()
    {
        using var lab = Lab.Start(Plans.Shaping);

        lab.TryRun("ip link set dev nosuch up").ExitCode.ShouldBe(1);
        lab.TryRun("lab", "ip link show dev ifb0").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void In_a_lab_of_several_boxes_a_line_has_to_say_where()
    {
        using var lab = Lab.Start(Plans.Line);

        lab.Run("ip -n left link show dev br0").Output.ShouldContain("br0");
        lab.Run("right", "ip link show dev br0").Output.ShouldContain("br0");
        Should.Throw<LabFailureException>(() => lab.Run("ip link show")).Message.ShouldContain("add \"-n BOX\" behind the program");
        Should.Throw<LabFailureException>(() => lab.Run("rihgt", "ip link show")).Message.ShouldContain("Did you mean 'right'?");
    }

    [Fact]
    public void A_held_queue_drains_a_turn_at_a_time()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1).Lost.ShouldBe(0);
        lab.Hold("lab:ifb0");

        var ping = alice.StartPing(bob.Address, count: 1);
        lab.Queues("lab:ifb0")[0].Rq.ShouldBe(1);
        lab.Advance(1.Milliseconds());
        ping.IsDone.ShouldBeFalse();

        lab.Step("lab:ifb0", queue: 0).Ran.ShouldBeTrue();
        lab.Step("lab:ifb0").Ran.ShouldBeFalse();
        ping.IsDone.ShouldBeTrue();

        lab.Release("lab:ifb0");
        alice.Ping(bob).Lost.ShouldBe(0);
    }

    [Fact]
    public void A_queue_that_runs_by_itself_is_not_stepped()
    {
        using var lab = Lab.Start(Plans.Shaping);

        Should.Throw<LabFailureException>(() => lab.Step("lab:ifb0")).Message.ShouldContain("hold ifb0");
        Should.Throw<LabFailureException>(() => lab.Hold("lab:br0")).Message.ShouldContain("only an ifb has");
    }

    [Fact]
    public void Counters_are_those_of_the_commands()
    {
        using var lab = Lab.Start(Plans.Shaping);
        lab.Host("alice").Ping(lab.Host("bob"), count: 3);

        var ifb = lab.Counters["lab:ifb0"];

        ifb.RxPackets.ShouldBe(4);
        ifb.TxPackets.ShouldBe(4);
        ifb.Qdisc.Kind.ShouldBe("tbf");
        ifb.Qdisc.Packets.ShouldBe(4);
        ifb.Queues.ShouldHaveSingleItem().Arrived.ShouldBe(4);
        lab.Counters["alice"].Name.ShouldBe("lab:alice");
    }

    [Theory]
    [InlineData("ifb1", "There is no device 'ifb1' in this lab. Did you mean 'ifb0'?")]
    [InlineData("lba:ifb0", "There is no box 'lba' in this lab. Did you mean 'lab'? There is: lab.")]
    [InlineData("lab:bbo", "There is no device 'lab:bbo' in this lab. Did you mean 'lab:bob'? There are: lab:lo, lab:alice, lab:bob, lab:br0, lab:ifb0.")]
    public void A_wrong_name_is_answered_with_those_that_exist(string name, string words)
    {
        using var lab = Lab.Start(Plans.Shaping);

        Should.Throw<LabFailureException>(() => lab.Probe(name)).Message.ShouldStartWith(words);
    }

    [Fact]
    public void A_host_that_does_not_exist_is_answered_with_those_that_do()
    {
        using var lab = Lab.Start(Plans.Shaping);

        Should.Throw<LabFailureException>(() => lab.Host("alcie")).Message.ShouldBe("There is no host 'alcie' in this lab. Did you mean 'alice'? There are: alice, bob.");
    }

    [Fact]
    public void A_device_of_several_boxes_needs_its_box()
    {
        using var lab = Lab.Start(Plans.Line);

        Should.Throw<LabFailureException>(() => lab.Probe("br0")).Message.ShouldBe("\"br0\" is a device of several boxes: write left:br0 or right:br0.");
    }

    [Fact]
    public void Mistakes_of_a_builder_are_those_of_a_file()
    {
        Should.Throw<Topology.TopologyException>(() => Lab.Build(b => b.Host("alice", "10.0.0.1/24").Box("lab", box => box.Port("alcie")))).Message.ShouldContain("alcie");
        Should.Throw<LabFailureException>(() => Lab.Build(b => b.Link("a:x", "b:x", "dleay 5ms"))).Message.ShouldContain("Did you mean 'delay'?");
    }
}
