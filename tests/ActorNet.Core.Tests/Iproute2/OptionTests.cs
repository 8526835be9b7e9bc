using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>Options, abbreviations and namespaces: what stands around the commands themselves.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("ip l", "ip link show")]
    [InlineData("ip l l", "ip link show")]
    [InlineData("ip lin sh lo", "ip link show lo")]
    [InlineData("ip link lst lo", "ip link show lo")]
    [InlineData("ip a", "ip address show")]
    [InlineData("ip a s lo", "ip address show lo")]
    [InlineData("ip netn", "ip netns list")]
    [InlineData("ip -st -js l", "ip -s -j link")]
    [InlineData("ip --json --statistics l", "ip -j -s link")]
    [InlineData("ip -s -s -det -one l", "ip -s -s -d -o link")]
    [InlineData("ip -c -br l", "ip -br link")]
    [InlineData("ip -color=always l", "ip link")]
    [InlineData("ip -f inet a", "ip -4 addr")]
    [InlineData("tc q", "tc qdisc show")]
    [InlineData("tc q s dev ifb0", "tc qdisc show dev ifb0")]
    [InlineData("tc f s dev ifb0", "tc filter show dev ifb0")]
    [InlineData("tc cl s dev ifb0", "tc class show dev ifb0")]
    [InlineData("tc a s action mirred", "tc actions ls action mirred")]
    [InlineData("bridge f", "bridge fdb show")]
    [InlineData("bridge l", "bridge link show")]
    public void An_abbreviation_means_the_first_word_that_it_begins(string abbreviated, string full)
    {
        var shell = Furnished();
        shell.Ok(abbreviated).ShouldBe(shell.Ok(full));
    }

    [Theory]
    [InlineData("ip r", "Object \"route\" is not emulated, try \"ip help\".\n", 1)]
    [InlineData("ip n", "Object \"neighbor\" is not emulated, try \"ip help\".\n", 1)]
    [InlineData("ip -b file", "Error: \"-batch\" is not emulated. Leave it out.\n", 255)]
    [InlineData("ip -n", "Command line is not complete. Try option \"help\"\n", 255)]
    [InlineData("ip link set lo protodown on", "Error: \"protodown\" is not emulated. Leave it out.\n", 255)]
    [InlineData("ip netns add x", "Cannot create namespace \"x\": the namespaces of a lab are its boxes; change the topology.\n", 1)]
    public void Words_of_the_real_program_that_are_not_emulated_say_so(string line, string sentence, int exitCode) =>
        Furnished().Fails(line, exitCode).ShouldBe(sentence);

    [Theory]
    [InlineData("ip", 255)]
    [InlineData("ip help", 255)]
    [InlineData("ip link help", 255)]
    [InlineData("ip addr add help", 255)]
    [InlineData("ip link add x type bridge help", 1)]
    [InlineData("tc", 0)]
    [InlineData("tc qdisc help", 0)]
    [InlineData("tc filter add help", 0)]
    [InlineData("tc actions help", 255)]
    [InlineData("bridge", 255)]
    [InlineData("bridge fdb help", 255)]
    public void Help_is_printed_on_standard_error_with_the_program_s_exit_code(string line, int exitCode)
    {
        var result = Furnished().Run(line);

        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_command_can_speak_of_another_namespace()
    {
        var shell = new Shell("alice", "bob");

        shell.Ok("ip -n bob link add ifb0 type ifb");
        shell.Ok("ip netns exec bob ip link set ifb0 up");
        shell.Ok("ip netns exec bob tc qdisc add dev ifb0 root handle 1: pfifo limit 7");

        shell.Ok("tc -n bob qdisc show dev ifb0").ShouldBe("qdisc pfifo 1: root refcnt 2 limit 7p\n");
        shell.Fails("ip link show ifb0", 1).ShouldBe("Device \"ifb0\" does not exist.\n");
        shell.Ok("ip netns").ShouldBe("bob\nalice\n");
        shell.Ok("ip -j netns").ShouldBe("[{\"name\":\"bob\"},{\"name\":\"alice\"}]\n");
    }

    [Fact]
    public void Reading_commands_change_nothing_and_answer_the_same_again()
    {
        var shell = Furnished();
        foreach (var line in new[] { "ip -s -s -d -j link", "ip -j addr", "tc -s -j qdisc", "bridge -j fdb" }) shell.Ok(line).ShouldBe(shell.Ok(line));
    }

    private static Shell Furnished()
    {
        var shell = new Shell();
        shell.Ok("ip link add ifb0 type ifb");
        shell.Ok("ip link set ifb0 up");
        shell.Ok("ip link add br0 type bridge");
        shell.Ok("ip link add va type veth peer name vb");
        shell.Ok("ip link set va master br0");
        return shell;
    }
}
