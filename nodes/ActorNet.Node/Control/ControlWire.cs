using System.Buffers.Binary;
using System.Globalization;

namespace ActorNet.Node.Control;

/// <summary>
/// Messages on the control socket: four bytes of length, most significant first, then that many bytes of JSON. A length is checked before memory is taken.
/// </summary>
internal static class ControlWire
{
    /// <summary>Version of the protocol.</summary>
    public const int Version = 1;

    /// <summary>Most bytes of a request.</summary>
    public const int MaxRequest = 1 << 20;

    /// <summary>Most bytes of an answer.</summary>
    public const int MaxAnswer = 16 << 20;

    /// <summary>Reads a message; null when the other side has closed between two messages.</summary>
    /// <exception cref="ControlException">The length is not allowed, or the message ends too early.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken stop)
    {
        var prefix = new byte[sizeof(uint)];
        var read = await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        if (read == 0) return null;
        if (read < prefix.Length) throw new ControlException($"the message ends within its length ({read} of {prefix.Length} bytes)");
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        if (length == 0 || length > most)
            throw new ControlException(string.Create(CultureInfo.InvariantCulture, $"a message of {length} bytes is not allowed; 1 to {most} are"));
        var body = new byte[length];
        read = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        return read == body.Length ? body : throw new ControlException($"the message ends after {read} of {length} bytes");
    }

    /// <summary>Writes a message.</summary>
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var framed = new byte[sizeof(uint) + body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(framed, (uint)body.Length);
        body.CopyTo(framed.AsMemory(sizeof(uint)));
        await stream.WriteAsync(framed, stop).ConfigureAwait(false);
        await stream.FlushAsync(stop).ConfigureAwait(false);
    }
}
