using System.Buffers;
using System.Text.Json;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;

namespace ActorNet.Labs.Traffic;

/// <summary>
/// Writes stations of frames as lines of JSON: <c>time</c> (nanoseconds since the topology was up), <c>frame</c>, <c>namespace</c>, <c>device</c>, <c>step</c>, <c>detail</c>,
/// <c>length</c>, in this order. Holds no more than a block of them, and the same stations give the same bytes.
/// </summary>
public sealed class HopLines : IDisposable
{
    private const int BlockBytes = 64 * 1024;
    private static readonly JsonEncodedText[] Steps = [.. Enum.GetNames<FrameStep>().Select(n => JsonEncodedText.Encode(n.ToLowerInvariant()))];

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _block = new(BlockBytes + 4096);
    private readonly Utf8JsonWriter _json;

    /// <summary>Writes to a stream, which stays the caller's; close it after this.</summary>
    public HopLines(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(_block, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>What the lab's clock showed when the topology was up; until it is known everything happens at its first moment.</summary>
    public Instant? Origin { get; set; }

    /// <summary>Lines written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a line.</summary>
    /// <exception cref="IOException">The stream takes no more.</exception>
    public void Write(TracedHop hop)
    {
        ArgumentNullException.ThrowIfNull(hop);
        _json.WriteStartObject();
        _json.WriteNumber("time"u8, Origin is { } origin ? hop.Time.Since(origin) : 0);
        _json.WriteNumber("frame"u8, hop.Frame);
        _json.WriteString("namespace"u8, hop.Namespace);
        _json.WriteString("device"u8, hop.Device);
        _json.WriteString("step"u8, Steps[(int)hop.Step]);
        _json.WriteString("detail"u8, hop.Detail);
        _json.WriteNumber("length"u8, hop.Length);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _block.Write("\n"u8);
        Count++;
        if (_block.WrittenCount >= BlockBytes) Flush();
    }

    /// <summary>Writes what is still held.</summary>
    public void Dispose()
    {
        Flush();
        _json.Dispose();
    }

    private void Flush()
    {
        _stream.Write(_block.WrittenSpan);
        _block.ResetWrittenCount();
    }
}
