using ActorNet.Node.Control;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Control;

public class ControlWireTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var anything = Prop.ForAll<byte[][]>(messages =>
        {
            // given
            using var stream = new MemoryStream();
            var sent = messages.Where(m => m is { Length: > 0 }).ToArray();
            foreach (var message in sent) ControlWire.WriteAsync(stream, message, CancellationToken.None).GetAwaiter().GetResult();
            stream.Position = 0;

            // when, then
            return sent.All(message => Read(stream)!.AsSpan().SequenceEqual(message)) && Read(stream) is null;
        });
        Check.One(Config.QuickThrowOnFailure, anything);
    }

    [Fact]
    public void Any_bytes_are_a_message_or_a_clear_error()
    {
        var anything = Prop.ForAll<byte[]>(bytes =>
        {
            using var stream = new MemoryStream(bytes ?? []);
            try
            {
                var message = Read(stream);
                return message is null ? bytes is not { Length: > 0 } : message.Length <= bytes!.Length - 4;
            }
            catch (ControlException broken)
            {
                return broken.Message.Length > 0;
            }
        });
        Check.One(Config.QuickThrowOnFailure, anything);
    }

    [Fact]
    public void Length_takes_no_memory_before_it_is_checked()
    {
        // given
        using var stream = new MemoryStream([0x7F, 0xFF, 0xFF, 0xFF]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        // when
        Should.Throw<ControlException>(() => Read(stream));

        // then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    private static byte[]? Read(Stream stream) => ControlWire.ReadAsync(stream, ControlWire.MaxRequest, CancellationToken.None).GetAwaiter().GetResult();
}
