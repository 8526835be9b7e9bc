using ActorNet.Linux.Tap;

namespace ActorNet.Linux.Tests.Support;

/// <summary>Frames that no protocol stack answers: an ethertype for local experiments.</summary>
internal static class Frames
{
    internal const ushort ExperimentalEtherType = 0x88B5;

    internal static byte[] Experimental(int length, byte fill)
    {
        byte[] frame = new byte[length];
        frame.AsSpan().Fill(fill);
        frame.AsSpan(0, 6).Fill(0xFF);
        new byte[] { 0x02, 0, 0, 0, 0, fill }.CopyTo(frame, 6);
        frame[12] = ExperimentalEtherType >> 8;
        frame[13] = ExperimentalEtherType & 0xFF;
        return frame;
    }

    internal static bool IsExperimental(ReadOnlySpan<byte> frame) =>
        frame.Length >= 14 && frame[12] == ExperimentalEtherType >> 8 && frame[13] == (ExperimentalEtherType & 0xFF);

    internal static byte[] WithEmptyHeader(byte[] frame) => [.. new byte[VnetHeader.Size], .. frame];
}
