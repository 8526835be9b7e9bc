using ActorNet.Core;
using ActorNet.Node.Cli;
using ActorNet.Node.Shell.Showing;
using ActorNet.Shell;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Showing;

public class ReplyPrinterTests
{
    [Fact]
    public async Task Sent_frames_are_one_line_and_counts_of_nothing_are_left_out()
    {
        Print("inject", new ShellReply { Ok = true, Json = """{"ok":3,"enobufs":0,"netdown":0,"toolong":2,"other":{"EPERM":1}}""" }).ShouldBe("3 ok, 2 toolong, 1 EPERM\n");
        Print("receive", new ShellReply { Ok = true, Json = """{"received":0,"dropped":4}""" }).ShouldBe("0 received, 4 dropped\n");

        await using var shell = new FreshShell();
        await shell.DoAsync("ip link add va type veth peer name vb\nip link set va up\nip link set vb up");
        Print("inject", await shell.DoAsync("inject va udp count 2")).ShouldBe("2 ok\n");
    }

    [Fact]
    public async Task Frames_are_a_table_in_the_words_of_tcpdump()
    {
        // given
        await using var shell = new FreshShell();
        await shell.DoAsync("ip link add va type veth peer name vb\nip link set va up\nip link set vb up\ninject va udp to 10.9.0.7:53 size 60\nadvance 1ms\ninject va arp\ninject va eth vlan 5 size 64");

        // when
        var shown = Print("sniff", await shell.DoAsync("sniff vb")).Split('\n');

        // then
        shown[0].ShouldContain("time");
        shown[0].ShouldContain("length");
        shown[1].ShouldContain("0.000000  in  otherhost");
        shown[1].ShouldContain("60  udp 10.9.0.1:1000 > 10.9.0.7:53");
        shown[2].ShouldContain("0.001000  in  broadcast");
        shown[2].ShouldContain("arp who has 10.9.0.2 tell 10.9.0.1");
        shown[3].ShouldContain("vlan 5 02:00:00:00:00:01 > 02:00:00:00:00:02 88b5 0000000000000000...");
        Print("sniff", await shell.DoAsync("sniff vb")).ShouldBe("no frames\n");
    }

    [Fact]
    public async Task Queues_are_a_table()
    {
        // given
        await using var shell = new FreshShell();
        await shell.DoAsync("ip link add ifb0 numtxqueues 2 type ifb\nip link set ifb0 up\nhold ifb0");

        // when
        var shown = Print("queues", await shell.DoAsync("queues ifb0")).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        // then
        shown.Length.ShouldBe(3);
        shown[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["queue", "rq", "tq", "pending", "stopped", "credit"]);
        shown[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..5].ShouldBe(["1", "0", "0", "-", "-"]);
        Print("step", await shell.DoAsync("step ifb0 1")).ShouldStartWith("no drain was pending\n");
    }

    [Fact]
    public void Journey_goes_a_step_to_the_right_at_every_device()
    {
        // given
        ShellHop[] hops =
        [
            new(new Instant(1_000_000), 7, "", "va", "tx", "", 100),
            new(new Instant(1_000_000), 7, "", "vb", "rx", "", 100),
            new(new Instant(1_000_000), 7, "", "vb", "redirect", "to ifb0", 86),
            new(new Instant(2_000_000), 7, "lab", "ifb0", "drop", "QueueFull", 86),
            new(new Instant(2_000_000), 8, "", "va", "tx", "", 60),
        ];

        // when
        var shown = Print("inject", new ShellReply { Ok = true, Trace = new ShellTrace(hops, 3) });

        // then
        shown.ShouldBe("""
            frame 7, 100 bytes
                0.001000  va            tx
                          └ vb          rx
                                        redirect    to ifb0  (86 bytes)
                0.002000    └ lab/ifb0  drop        QueueFull
            frame 8, 60 bytes
                0.002000  va  tx
            3 further steps were too many to keep

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_programs_print_stands_as_it_is_and_ends_its_line()
    {
        Print("ip", new ShellReply { Ok = true, Text = "1: lo: <LOOPBACK>\n" }).ShouldBe("1: lo: <LOOPBACK>\n");
        Print("ip", new ShellReply { Ok = true, Text = "no line feed" }).ShouldBe("no line feed\n");
        Print("ip", new ShellReply { ExitCode = 1, Error = "Cannot find device \"x\"" }).ShouldBe("!Cannot find device \"x\"\n");
    }

    [Fact]
    public void Any_bytes_are_a_frame_in_words()
    {
        var property = Prop.ForAll<byte[]>(bytes => FrameSummary.Of(bytes ?? []).Length > 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);

        // and those that look like IP most of all
        var header = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Select(rest => (byte[])[.. new byte[12], 8, 0, 0x45, .. rest]);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Arb.From(header), bytes => FrameSummary.Of(bytes).Length > 0));
    }

    /// <summary>What is shown; errors with a mark in front.</summary>
    private static string Print(string verb, ShellReply reply)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        new ReplyPrinter(new Terminal(output, error, outputIsScreen: false, errorIsScreen: false), plain: true).Print(verb, reply);
        var lines = output.ToString().Split('\n').Select(l => l.TrimEnd());
        return string.Join('\n', lines) + (error.ToString().Length > 0 ? "!" + error : "");
    }
}
