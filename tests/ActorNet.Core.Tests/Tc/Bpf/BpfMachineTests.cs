using ActorNet.Core.Frames;
using ActorNet.Core.Tc.Bpf;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc.Bpf;

public sealed class BpfMachineTests
{
    private static readonly byte[] Tcp = [0x46, 0, 0, 60, 0, 0, 0, 0, 64, 6, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2, 1, 1, 1, 1, 3, 232, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0x60, .. new byte[23]];

    [Theory]
    [Trait("rule", "BPF-02")]
    [InlineData("2,40 0 0 12,22 0 0 0", 0x0800u)]
    [InlineData("2,48 0 0 23,22 0 0 0", 6u)]
    [InlineData("2,32 0 0 26,22 0 0 0", 0x0a090001u)]
    [InlineData("2,32 0 0 71,22 0 0 0", 0u)]
    [InlineData("3,177 0 0 14,72 0 0 16,22 0 0 0", 9u)]
    [InlineData("2,48 0 0 4293918729,22 0 0 0", 6u)]
    [InlineData("2,40 0 0 4292870156,22 0 0 0", 0x0800u)]
    [InlineData("2,40 0 0 4291821568,22 0 0 0", 0u)]
    [InlineData("2,128 0 0 0,22 0 0 0", 74u)]
    [InlineData("3,129 0 0 0,135 0 0 0,22 0 0 0", 74u)]
    [InlineData("4,1 0 0 0,0 0 0 7,60 0 0 0,6 0 0 1", 0u)]
    [InlineData("4,1 0 0 33,0 0 0 1,108 0 0 0,22 0 0 0", 2u)]
    [InlineData("3,0 0 0 5,132 0 0 0,22 0 0 0", 0xFFFFFFFBu)]
    [InlineData("4,0 0 0 9,2 0 0 15,96 0 0 15,22 0 0 0", 9u)]
    [InlineData("2,32 0 0 4294963200,22 0 0 0", 0x0800u)]
    [InlineData("2,32 0 0 4294963220,22 0 0 0", 77u)]
    [InlineData("2,32 0 0 4294963252,22 0 0 0", 62u)]
    [InlineData("2,32 0 0 4294963228,22 0 0 0", 1u)]
    [InlineData("4,1 0 0 6,0 0 0 5,32 0 0 4294963240,22 0 0 0", 3u)]
    public void Programs_answer_as_they_say(string text, uint answer)
    {
        using var lab = new TcBench();
        var skb = lab.Lab.Frame(14 + Tcp.Length, 0x0800);
        Tcp.CopyTo(skb.Span[14..]);
        (skb.Protocol, skb.Mark, skb.Dev) = (0x0800, 77, lab.Va);
        var program = BpfText.Parse(text);
        BpfVerifier.IsValid(program).ShouldBeTrue();

        BpfMachine.Run(program, new BpfFrame(skb, atIngress: false, new RandomSource(1))).ShouldBe(answer);

        skb.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "BPF-04")]
    public void At_ingress_a_program_sees_the_mac_header_too()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb ingress");
        var options = new BpfOptions { Program = BpfText.Parse("4,40 0 0 12,21 0 1 2048,6 0 0 2,6 0 0 4294967295"), IsDirect = true };
        Core.Tc.FilterCommands.Add(Core.Tc.FilterPlace.On(lab.Vb, 0xFFFF_FFF2), new Core.Tc.FilterRequest { Pref = 1, Protocol = EtherType.All }, "bpf", options);

        lab.Passes(Tcp, 0x0800);
        lab.Passes(Tcp, 0x0806);

        TcBench.Hook(lab.Vb).ShouldBe("2/120 drops 1");
    }

    [Fact]
    [Trait("rule", "BPF-03")]
    public void Attributes_of_netlink_are_found_one_inside_the_other()
    {
        byte[] message = [8, 0, 1, 0, 1, 2, 3, 4, 12, 0, 2, 0, 8, 0, 5, 0, 9, 9, 9, 9];

        BpfNetlink.Find(message, 0, 2).ShouldBe(8u);
        BpfNetlink.Find(message, 0, 3).ShouldBe(0u);
        BpfNetlink.FindNested(message, 8, 5).ShouldBe(12u);
        BpfNetlink.FindNested(message, 8, 1).ShouldBe(0u);
        BpfNetlink.Find(message, 17, 1).ShouldBe(0u);
        BpfNetlink.Find([0, 0, 1, 0], 0, 1).ShouldBe(0u);
    }

    [Fact]
    [Trait("rule", "BPF-01")]
    public void A_program_longer_than_the_kernel_takes_is_invalid()
    {
        BpfInstruction[] Program(int length) => [.. Enumerable.Repeat(new BpfInstruction(0, 0, 0, 1), length - 1), new BpfInstruction(6, 0, 0, 1)];

        BpfVerifier.IsValid(Program(BpfVerifier.MaxLength)).ShouldBeTrue();
        BpfVerifier.IsValid(Program(BpfVerifier.MaxLength + 1)).ShouldBeFalse();
        BpfVerifier.IsValid([]).ShouldBeFalse();
    }
}
