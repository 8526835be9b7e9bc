using System.Text;
using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests;

public sealed class ShellSessionTests
{
    [Fact]
    public async Task A_session_begins_in_a_namespace_without_a_name_at_time_zero()
    {
        await using var shell = new TestShell();

        shell.Lab.Now.Nanoseconds.ShouldBe(0);
        (await shell.Json("ip link show"))[0]!["ifname"]!.GetValue<string>().ShouldBe("lo");
        (await shell.Run("ip netns list")).Json.ShouldBe("[]");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# a comment")]
    [InlineData("  !  # a comment")]
    public async Task Empty_lines_do_nothing(string line)
    {
        await using var shell = new TestShell();

        (await shell.Run(line)).IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("! ip link show nope", true)]
    [InlineData("!ip link show nope", true)]
    [InlineData("! ip link show lo", false)]
    [InlineData("ip link show nope", false)]
    [InlineData("ip link show lo", true)]
    [InlineData("! nonsense", true)]
    public async Task A_mark_turns_the_expectation_round(string line, bool expected)
    {
        await using var shell = new TestShell();

        (await shell.Run(line)).AsExpected.ShouldBe(expected);
    }

    [Fact]
    public async Task Programs_speak_as_they_do_on_linux()
    {
        await using var shell = new TestShell(json: false);

        (await shell.Run("ip l sh dev lo")).Text.ShouldStartWith("1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN");
        (await shell.Error("ip link show nope")).ShouldBe("Device \"nope\" does not exist.");
        (await shell.Run("ip link show nope")).ExitCode.ShouldBe(1);
        (await shell.Error("nope")).ShouldBe("nope: command not found; \"help\" lists the commands");
        (await shell.Error("ip link show 'lo")).ShouldContain("the quote ' is not closed");
    }

    [Theory]
    [InlineData("ip link show")]
    [InlineData("ip -s -j link show")]
    [InlineData("tc qdisc show")]
    [InlineData("bridge link")]
    [InlineData("ip netns exec a ip link show")]
    [InlineData("ip netn exe a tc qdisc show")]
    public async Task In_json_mode_show_commands_answer_with_json(string line)
    {
        await using var shell = new TestShell();
        await shell.Sh("ip netns add a");

        (await shell.Run(line)).Json.ShouldNotBeNull().ShouldStartWith("[");
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public async Task Namespaces_come_and_go_by_command()
    {
        await using var shell = new TestShell();
        await shell.Sh("""
            ip netns add a
            ip netns add b
            ip -n a link add va type veth peer name vb netns b
            ip -n a link set va up
            ip -n b link set vb up
            inject -n a va eth size 100 count 2
            """);
        (await shell.Stats("vb", "b")).ShouldBe("rx 2/200/2 tx 0/0/0");

        await shell.Sh("""
            ip netns del a
            ! inject -n a va eth size 100
            ! ip -n b link show dev vb
            ip netns add a
            ip -n a link set lo up
            inject -n a lo udp size 100
            """);

        (await shell.Stats("lo", "a")).ShouldBe("rx 1/86/0 tx 1/86/0");
    }

    /// <summary>The namespace's actor is told before it has had its first turn.</summary>
    [Fact]
    public async Task A_namespace_is_deleted_with_frames_on_their_way_into_it()
    {
        await using var shell = new TestShell();

        await shell.Sh("""
            ip netns add a
            ip link add va type veth peer name vb netns a
            ip link set va up
            ip -n a link set vb up
            ip -n a link add ifb0 type ifb
            ip -n a link set ifb0 up
            tc -n a qdisc add dev vb ingress
            tc -n a filter add dev vb ingress matchall action mirred egress redirect dev ifb0
            hold -n a ifb0
            inject va eth size 100 count 70
            ip netns del a
            """);
    }

    [Fact]
    public async Task Reset_begins_anew()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            ip netns add a
            trace on
            advance 5s
            hold ifb0
            inject va eth size 100 count 10
            """);

        await shell.Sh("reset");

        shell.Lab.Now.Nanoseconds.ShouldBe(0);
        (await shell.Json("ip link show")).AsArray().Count.ShouldBe(1);
        (await shell.Run("ip netns list")).Json.ShouldBe("[]");
        (await shell.Run("inject lo eth size 100")).Trace.ShouldBeNull();
    }

    [Fact]
    public async Task A_lab_that_does_not_come_to_rest_says_so_and_can_be_reset()
    {
        await using var shell = new TestShell();
        await shell.Sh("""
            ip link add br0 type bridge
            ip link add br1 type bridge
            ip link add a1 master br0 type veth peer name b1
            ip link add a2 master br0 type veth peer name b2
            ip link set b1 master br1
            ip link set b2 master br1
            ip link set a1 up
            ip link set a2 up
            ip link set b1 up
            ip link set b2 up
            ip link set br0 up
            ip link set br1 up
            advance 3s
            """);

        (await shell.Error("inject br0 eth dst ff:ff:ff:ff:ff:ff size 100")).ShouldStartWith("the lab does not come to rest");

        await shell.Sh("""
            reset
            ip link set lo up
            inject lo udp size 100
            """);
    }

    [Theory]
    [InlineData("advance", "the duration is missing; usage: advance DURATION")]
    [InlineData("advance 5", "\"5\" is not a duration; write a number and a unit like 5ms or 1.5s (ns, us, ms, s, m, h)")]
    [InlineData("advance -5s", "\"-5s\" is not a duration")]
    [InlineData("advance 1001h", "\"1001h\" is too long; 1000h is the most")]
    [InlineData("advance 99999999999999999999999h", "\"99999999999999999999999h\" is too long")]
    [InlineData("sleep 1s 2s", "\"2s\" is one word too many; usage: sleep DURATION")]
    [InlineData("reset now", "\"now\" is one word too many")]
    [InlineData("exit now", "\"now\" is one word too many")]
    [InlineData("help nope", "there is no help on \"nope\"; \"help\" lists the commands")]
    [InlineData("source", "the file is missing; usage: source FILE")]
    [InlineData("source nope", "cannot read \"nope\": there is no nope")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = new TestShell();

        (await shell.Error(line)).ShouldStartWith(error);
    }

    [Theory]
    [InlineData("1500us", 1_500_000)]
    [InlineData("1.5s", 1_500_000_000)]
    [InlineData("7ns", 7)]
    [InlineData("2m", 120_000_000_000)]
    [InlineData("0.5h", 1_800_000_000_000)]
    [InlineData("3msec", 3_000_000)]
    public void Durations_have_units(string word, long nanoseconds) => Duration.Parse(word).ShouldBe(nanoseconds);

    [Fact]
    public async Task Echo_prints_its_words()
    {
        await using var shell = new TestShell();

        (await shell.Run("echo  two   words")).ShouldSatisfyAllConditions(r => r.Text.ShouldBe("two words\n"), r => r.Json.ShouldBe("\"two words\""));
    }

    [Fact]
    public async Task Exit_ends_the_session()
    {
        await using var shell = new TestShell();

        (await shell.Run("exit")).Ends.ShouldBeTrue();
    }

    [Fact]
    public async Task Help_names_every_verb_and_explains_each()
    {
        await using var shell = new TestShell();
        var overview = (await shell.Run("help")).Text;

        foreach (var verb in ShellVerbs.All)
        {
            overview.ShouldContain($"  {verb.Name} ");
            (await shell.Run("help " + verb.Name)).Text.ShouldStartWith(verb.Usage);
            verb.Help.ShouldContain("Example: ");
        }
    }

    [Theory]
    [InlineData("one \\\ntwo", "one  two")]
    [InlineData("# comment \\\ntwo", "# comment \\|two")]
    [InlineData("end\\", "end")]
    [InlineData("two\\\\", "two\\\\")]
    public void Lines_continue_behind_a_backslash(string text, string commands) =>
        string.Join("|", ShellScript.Lines(text).Select(l => l.Text)).ShouldBe(commands);

    [Fact]
    public void A_command_has_the_number_of_its_first_line() =>
        ShellScript.Lines("a\nb \\\nc\n\nd").Select(l => l.Number).ShouldBe([1, 2, 4, 5]);

    [Fact]
    public async Task Very_long_lines_are_refused()
    {
        await using var shell = new TestShell();

        (await shell.Error("echo " + new string('x', 70_000))).ShouldStartWith("The line has 70005 characters");
    }

    [Fact]
    public async Task The_same_script_gives_the_same_answers()
    {
        const string script = TestShell.Cable + "\n" + TestShell.Redirect + """

            ip link add ifb1 type ifb
            ip link add name vc type veth
            tc qdisc add dev ifb0 root tbf rate 800kbit burst 2000 limit 100000
            inject va eth size 1000 count 50
            trace on
            advance 100ms
            ip -s -s -d link show
            tc -s qdisc show
            tc -s filter show dev vb ingress
            sniff vb
            """;

        var first = await TranscriptAsync(script, seed: 7);
        var second = await TranscriptAsync(script, seed: 7);
        var other = await TranscriptAsync(script, seed: 8);

        second.ShouldBe(first);
        other.ShouldNotBe(first);
    }

    private static async Task<string> TranscriptAsync(string script, ulong seed)
    {
        await using var shell = new TestShell(seed: seed);
        var transcript = new StringBuilder();
        foreach (var line in ShellScript.Lines(script)) transcript.AppendLine(ShellBatch.Json(new ShellLineReply(line.Number, line.Text, await shell.Run(line.Text))));
        return transcript.ToString();
    }
}
