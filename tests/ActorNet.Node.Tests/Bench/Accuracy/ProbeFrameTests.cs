using ActorNet.Node.Bench.Accuracy;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench.Accuracy;

public sealed class ProbeFrameTests
{
    private static readonly Traffic Some = new(1000, 100, 1, Flows: 3);

    private readonly ProbeFrame _frame = new(Some, run: 7);

    [Fact]
    public void Number_of_a_whole_frame_is_read()
    {
        var bytes = Written(_frame, 123);

        _frame.Read(bytes, out var sequence).ShouldBe(ProbeVerdict.Whole);
        sequence.ShouldBe(123);
    }

    [Fact]
    public void Any_one_wrong_bit_is_noticed()
    {
        var bytes = Written(_frame, 123);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            _frame.Read(bytes, out _).ShouldBe(ProbeVerdict.Damaged, $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Frames_of_another_run_and_strangers_are_none_of_it()
    {
        _frame.Read(Written(new ProbeFrame(Some, run: 8), 123), out _).ShouldBe(ProbeVerdict.Foreign);
        _frame.Read(Written(new ProbeFrame(Some with { Bytes = 101 }, run: 7), 123), out _).ShouldBe(ProbeVerdict.Foreign);
        _frame.Read(new byte[100], out _).ShouldBe(ProbeVerdict.Foreign);
    }

    [Fact]
    public void Flow_is_the_port_and_the_header_has_its_checksum()
    {
        var bytes = Written(_frame, 4);

        ((bytes[36] << 8) | bytes[37]).ShouldBe(ProbeFrame.FirstPort + 1);
        var sum = 0;
        for (var i = 14; i < 34; i += 2) sum += (bytes[i] << 8) | bytes[i + 1];
        ((sum & 0xFFFF) + (sum >> 16)).ShouldBe(0xFFFF);
    }

    [Fact]
    public void Frame_without_room_for_its_numbers_is_refused() => Should.Throw<ArgumentException>(() => new ProbeFrame(Some with { Bytes = ProbeFrame.MinBytes - 1 }, 1));

    private static byte[] Written(ProbeFrame frame, int sequence)
    {
        var bytes = new byte[frame.Bytes];
        frame.Write(bytes, sequence);
        return bytes;
    }
}
